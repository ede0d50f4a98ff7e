// Shows what a mark is, and the sentences behind a number. Everything that is shown stands in the page already, as text.
const find = (id) => document.getElementById(id);
const [tip, panel] = [find("tip"), find("panel")];
const targetOf = (link) => find(decodeURIComponent(link.getAttribute("href").slice(1)));

/** Opens what an element is folded into. */
function reveal(element) {
  for (let fold = element?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  element?.scrollIntoView({ block: element.matches("section, article, header") ? "start" : "center" });
}
const revealHash = () => location.hash && reveal(find(decodeURIComponent(location.hash.slice(1))));
addEventListener("hashchange", revealHash);
revealHash();

const KINDS = { p: "person", o: "organization", l: "place", g: "group", x: "named event", c: "cue", r: "capacity" };

/** Name and value of a mark, and the rule that made it. */
function explain(mark) {
  const entry = mark.matches("a") && targetOf(mark);
  const name = mark.dataset.v ?? entry?.querySelector?.("b")?.textContent ?? mark.textContent;
  const rule = find(`r${mark.dataset.r}`)?.querySelector("code")?.textContent ?? "";
  const strong = document.createElement("b");
  strong.textContent = name;
  tip.replaceChildren(strong, [KINDS[mark.classList[0]], rule].filter(Boolean).join(" · "));
  tip.hidden = false;
  const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
  const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
  const above = box.top - tip.offsetHeight - 6;
  tip.style.left = `${Math.max(8, left) + scrollX}px`;
  tip.style.top = `${(above > 50 ? above : box.bottom + 6) + scrollY}px`;
  mark.setAttribute("aria-describedby", "tip");
}
const hide = () => {
  tip.hidden = true;
};
for (const [on, off] of [
  ["pointerover", "pointerout"],
  ["focusin", "focusout"],
]) {
  document.addEventListener(on, ({ target }) => {
    const mark = target.closest?.("[data-r]");
    if (mark) explain(mark);
  });
  document.addEventListener(off, hide);
}
document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());

/** The marks behind a number: all mentions of a name, or whatever the row refers to. */
function marksBehind(row) {
  const named = document.querySelectorAll(`#articles .text a[href="#${CSS.escape(row.id)}"]:not(.by)`);
  if (row.matches(".index li") && named.length) return [...named];
  return [...row.querySelectorAll(".refs a")].map(targetOf).filter(Boolean);
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** The sentence around a mark, as nodes, the mark itself marked. */
function sentenceOf(mark) {
  if (mark.matches("article")) return [mark.querySelector("h3").textContent];
  const passage = mark.closest("p");
  const copy = passage.cloneNode(true);
  for (const speaker of copy.querySelectorAll(".by")) speaker.remove();
  const text = copy.textContent;
  const before = document.createRange();
  before.setStart(passage, 0);
  before.setEndBefore(mark);
  const fragment = before.cloneContents();
  for (const speaker of fragment.querySelectorAll(".by")) speaker.remove();
  const at = fragment.textContent.length;
  const end = at + mark.textContent.length;
  let [start, stop] = [at, end];
  for (const { index, segment } of segmenter.segment(text)) {
    if (index <= at && index + segment.length > at) start = index;
    if (index < end && index + segment.length >= end) stop = index + segment.length;
  }
  const strong = document.createElement("mark");
  strong.textContent = text.slice(at, end);
  return [text.slice(start, at), strong, text.slice(end, stop)];
}

let made = 0;
function item(mark) {
  mark.id ||= `m${++made}`;
  const [row, link, where] = ["li", "a", "small"].map((name) => document.createElement(name));
  link.href = `#${mark.id}`;
  link.append(...sentenceOf(mark));
  const article = mark.closest("article");
  where.textContent = `${article.querySelector(".no").textContent} · ${article.querySelector("h3").textContent}`;
  row.append(link, where);
  return row;
}

const MOST = 200;
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (panel.contains(link)) panel.close();
  if (link.getAttribute("href") === location.hash) reveal(targetOf(link));
  if (!link.matches("a.n")) return;
  const row = targetOf(link);
  const marks = row ? marksBehind(row) : [];
  if (!marks.length) return;
  event.preventDefault();
  find("panel-h").textContent = row.querySelector("b, th")?.textContent ?? "";
  panel.querySelector("ol").replaceChildren(...marks.slice(0, MOST).map(item));
  panel.showModal();
  panel.scrollTop = 0;
});
panel.addEventListener("click", ({ target }) => target === panel && panel.close());

const box = find("find");
if (box) box.hidden = false;
box?.addEventListener("input", () => {
  const words = box.value.toLowerCase();
  for (const article of document.querySelectorAll("article")) {
    article.hidden = !article.querySelector("summary").textContent.toLowerCase().includes(words);
  }
});

// Paper shows what is open; a page of few articles is printed whole.
addEventListener("beforeprint", () => {
  const folds = document.querySelectorAll("article > details");
  if (folds.length <= 30) for (const fold of folds) fold.open = true;
});
