// The readers' one script: says that a LÄS OCKSÅ was followed. No cookie, no name, nothing kept; the page works without it.
const { article } = document.currentScript.dataset;
addEventListener('click', (event) => {
  const link = event.target.closest('[data-block=related] a[data-target]');
  if (link) navigator.sendBeacon('/api/clicks', JSON.stringify({ article, target: link.dataset.target }));
});
