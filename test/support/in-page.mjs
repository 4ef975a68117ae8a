// Functions that run in the page of a browser. Each stands alone: nothing outside of it goes with it. JavaScript, so that
// the names of a browser's own things are not known to the rest of the code.

/** Numbers what Tab is to stop at, in the order of the source; what should not be a stop is told instead. */
export function numberStops() {
  return [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex]')].map((element, index) => {
    element.setAttribute('data-stop', String(index));
    // Only a county's page has controls: those of its search, and the heads that sort its table.
    const stops = 'a[href], [role="region"][tabindex="0"], [role="search"] input, [role="search"] select, th button';
    return element.matches(stops) ? index : element.outerHTML;
  });
}

/** The number of the stop that has the focus, or what is wrong with it. */
export function focused() {
  const element = document.activeElement;
  if (element === null || element === document.body) return 'nothing';
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { top, bottom } = element.getBoundingClientRect();
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `no outline: ${element.outerHTML}`;
  if (bottom < 0 || top > window.innerHeight) return `out of sight: ${element.outerHTML.slice(0, 200)}`;
  return Number(element.getAttribute('data-stop'));
}

/** The colour of the ring around what has the focus, and that of a tinted part. */
export function ringAndTint() {
  return {
    ring: getComputedStyle(document.activeElement ?? document.body).outlineColor,
    tint: getComputedStyle(document.querySelector('.glance') ?? document.body).backgroundColor,
  };
}

/** Texts from right to left that are not set to run their own way. */
export function unmarked() {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
    if (/[\u0590-\u08ff]/.test(node.textContent) && node.parentElement.closest('[dir="auto"]') === null)
      found.push(node.parentElement.outerHTML.slice(0, 200));
  return found;
}

/** What reaches over the edge; on a screen, outside of the regions that scroll. */
export function tooWide(isPaper) {
  const width = document.documentElement.clientWidth;
  const hasOwnScroll = (element) => !isPaper && element.closest('[role="region"][tabindex="0"]') !== null;
  const over = [...document.body.querySelectorAll('*')].filter((element) => {
    const { right, width: own } = element.getBoundingClientRect();
    return own > 0 && right > width + 1 && !hasOwnScroll(element) && element.closest('[aria-hidden]') === null;
  });
  const scrolled = document.scrollingElement.scrollWidth;
  return [
    ...(scrolled > width ? [`the page is ${scrolled} wide`] : []),
    ...over.map((element) => element.outerHTML.slice(0, 200)),
  ];
}

/** Texts that their own box cuts off. What is for screen readers only is one dot large. */
export function cutOff() {
  return [...document.body.querySelectorAll('*')]
    .filter((element) => {
      if (element.closest('.hidden, [aria-hidden], svg') !== null) return false;
      const { overflowX, overflowY, display } = getComputedStyle(element);
      if (display === 'inline' || display === 'contents') return false;
      if (element.clientWidth <= 1 && element.clientHeight <= 1) return false;
      const cuts = [overflowX, overflowY].some((way) => way === 'hidden' || way === 'clip');
      const isTall = element.scrollHeight > element.clientHeight + 2;
      const isWide = element.scrollWidth > element.clientWidth + 2;
      return cuts && (isTall || isWide);
    })
    .map((element) => element.outerHTML.slice(0, 200));
}

/** Texts that lie over other texts. */
export function overlaid() {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const boxes = [];
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    if (node.textContent.trim() === '' || node.parentElement.closest('.hidden, [aria-hidden], svg') !== null) continue;
    // What is clipped away whole is only heard, wherever it lies.
    if (getComputedStyle(node.parentElement).clipPath === 'inset(50%)') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) boxes.push({ text: node.textContent, box });
  }
  const found = [];
  for (const [index, one] of boxes.entries())
    for (const other of boxes.slice(index + 1)) {
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > 2 && down > Math.min(one.box.height, other.box.height) / 2 && one.text !== other.text)
        found.push(`${one.text.slice(0, 60)} | ${other.text.slice(0, 60)}`);
    }
  return found.slice(0, 10);
}

/** Each colour of text with the colour behind it, once. */
export function pairsOfColours() {
  const pairs = new Map();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const groundOf = (element) => getComputedStyle(element).backgroundColor;
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const parent = node.parentElement;
    if (node.textContent.trim() === '' || parent.closest('.hidden, .watermark') !== null) continue;
    let behind = parent;
    while (behind !== null && groundOf(behind) === 'rgba(0, 0, 0, 0)') behind = behind.parentElement;
    const [text, ground] = [getComputedStyle(parent).color, behind === null ? 'rgb(255, 255, 255)' : groundOf(behind)];
    pairs.set(`${text} ${ground}`, { text, ground, example: parent.outerHTML.slice(0, 120) });
  }
  return [...pairs.values()];
}

/** What a page has to say on paper, as the browser has it before it prints. */
export function printed() {
  const isShown = (element) => element.checkVisibility() && element.closest('[aria-hidden="true"]') === null;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(isShown);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const numbered = new Set();
  let text = '';
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const parent = node.parentElement;
    if (!isShown(parent) || node.textContent.trim() === '') continue;
    const item = parent.closest('li');
    if (item !== null && !numbered.has(item) && getComputedStyle(item).listStyleType === 'decimal')
      text += `${[...item.parentElement.children].indexOf(item) + 1}.`;
    if (item !== null) numbered.add(item);
    text += node.textContent;
  }
  return {
    title: document.title,
    text,
    headings: all('h1, h2, h3, h4, h5, h6').map(({ textContent }) => textContent),
    tables: all('table').length,
    heads: all('th').length,
    pictures: all('img:not([alt=""])').map(({ alt }) => alt),
    links: all('a[href]').map((link) => ({ text: link.textContent, href: link.getAttribute('href') })),
    hasCover: document.querySelector('.cover') !== null,
    isDraft: document.querySelector('.watermark') !== null,
  };
}

/** What axe finds in the page, once its script is in it. */
export async function found(tags) {
  const { violations, incomplete } = await window.axe.run(
    { exclude: ['.watermark'] },
    { runOnly: tags, resultTypes: ['violations', 'incomplete'] },
  );
  return { violations, incomplete };
}
