// Search as one types: headlines below the field. The form works without it.
const field = document.getElementById('q');
const place = document.getElementById('forslag');
let timer;
let asked = new AbortController();
const show = (items) => {
  const list = document.createElement('ul');
  for (const { href, headline, section, time } of items) {
    const link = Object.assign(document.createElement('a'), { href, textContent: headline });
    const about = Object.assign(document.createElement('span'), { textContent: section + ', ' + time });
    list.append(Object.assign(document.createElement('li'), {}));
    list.lastChild.append(link, ' ', about);
  }
  place.replaceChildren(...(items.length ? [list] : []));
};
const ask = () => {
  asked.abort();
  asked = new AbortController();
  const q = field.value.trim();
  if (q.length < 2) return show([]);
  fetch('/api/search?q=' + encodeURIComponent(q), { signal: asked.signal }).then((answer) => answer.json()).then(({ items }) => show(items)).catch(() => {});
};
field.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(ask, 150);
});
field.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') show([]);
});
