// For articles with a film of another site: a press puts its player in place. Without this file the link leads to the film's own page, as it does afterwards.
addEventListener('click', (event) => {
  const link = event.target.closest('a[data-player]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const frame = Object.assign(document.createElement('iframe'), {
    src: link.dataset.player, title: link.textContent, allow: 'autoplay; encrypted-media; picture-in-picture', allowFullscreen: true, referrerPolicy: 'strict-origin-when-cross-origin',
  });
  link.closest('figure').firstElementChild.append(frame);
  delete link.dataset.player;
  frame.focus();
});
