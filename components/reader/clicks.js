// An article's one script: says that a LÄS OCKSÅ was followed (no cookie, no name, nothing kept), and copies or shares the address. The page works without it.
const { article } = document.currentScript.dataset;
addEventListener('click', (event) => {
  const link = event.target.closest('[data-block=related] a[data-target]');
  if (link) navigator.sendBeacon('/api/clicks', JSON.stringify({ article, target: link.dataset.target }));
  const share = event.target.closest('a[data-share]');
  if (!share || !navigator.clipboard) return;
  event.preventDefault();
  const say = (text) => document.getElementById('delat').textContent = text;
  if (navigator.share && matchMedia('(pointer: coarse)').matches) navigator.share({ title: document.title, url: share.href }).catch(() => {});
  else navigator.clipboard.writeText(share.href).then(() => say('Länken är kopierad.'), () => say('Länken gick inte att kopiera.'));
});
