/* Shows who or what is selected and every sentence behind it. All text is set as text, never as HTML. */

export default function ({ parentElement, data, setStateValue }) {
  const root = parentElement.querySelector(".panel");
  const act = (action) => setStateValue("asked", { ...action, at: Date.now() });
  if (root.dataset.revision !== data.revision) {
    const isSame = root.dataset.id === data.id;
    root.dataset.revision = data.revision;
    root.classList.toggle("overview", !data.title);
    root.dataset.id = data.id;
    const scrolled = root.scrollTop;
    root.replaceChildren(...panel(data, act));
    root.scrollTop = isSame ? scrolled : 0; // "show more" must not lose one's place
  }
}

function panel(data, act) {
  return [head(data, act), facts(data.facts, act), counterparts(data, act), ...data.groups.map((g) => group(g, act)),
    more(data, act)].filter(Boolean);
}

function head(data, act) {
  if (!data.title) return null;
  const close = button("×", "close", () => act({ select: null }));
  close.setAttribute("aria-label", "Close and clear the selection");
  const swatch = make("span", "swatch");
  swatch.style.background = data.colour;
  const note = data.note && make("p", "note", data.note);
  const focus = data.hasNode && button("Show only its surroundings", "link", () => act({ focus: data.id }));
  const name = make("div", "", make("p", "kind", swatch, data.kind), make("h2", "", data.title), note, focus);
  return make("header", "", name, close);
}

function facts(items, act) {
  if (!items.length) return null;
  const rows = items.flatMap((item) => [make("dt", "", item.label), make("dd", "", ...pieces(item.value, act))]);
  return make("dl", "facts", ...rows);
}

function counterparts(data, act) {
  if (!data.counterparts.length) return null;
  const items = data.counterparts.map((other) => {
    const link = button(other.name, "chip", () => act({ select: other.id }));
    link.style.setProperty("--tone", other.colour);
    link.append(make("small", "", String(other.count)));
    link.title = other.note;
    return make("li", "", link);
  });
  return make("section", "", make("h3", "", "With whom"), make("ul", "chips", ...items));
}

function group(data, act) {
  const count = make("small", "", String(data.total));
  return make("section", "", make("h3", "", data.heading, " ", count), ...data.items.map((item) => relation(item, act)));
}

function relation(item, act) {
  const article = make("article", "relation");
  article.style.setProperty("--tone", item.colour);
  article.append(make("h4", "", ...pieces(item.title, act)));
  if (item.badges.length) article.append(make("p", "badges", ...item.badges.map((badge) => make("span", "", badge))));
  article.append(...item.sentences.map((sentence) => evidence(sentence, act)));
  if (!item.sentences.length) article.append(make("p", "none", "No sentence is stored for this one."));
  return article;
}

function evidence(item, act) {
  const quote = make("blockquote", "", ...item.segments.map(([text, mark]) => (mark ? make("mark", mark, text) : text)));
  const read = button("Read the article", "link", () => act({ read: item.document, sentence: item.sentence }));
  const origin = [item.source, item.date].filter(Boolean).join(" · ");
  const cite = make("p", "cite", make("b", "", item.article), origin && make("span", "", origin), item.document && read);
  return make("figure", "", quote, cite);
}

function more(data, act) {
  if (data.shown >= data.total) return null;
  return button(`Show ${Math.min(data.step, data.total - data.shown)} more of ${data.total}`, "more", () => act({ more: data.id }));
}

/* A text made of plain pieces and of names one can go to. */
function pieces(items, act) {
  return items.map((item) => {
    if (typeof item === "string") return item;
    return button(item.text, item.strong ? "link strong" : "link", () => act({ select: item.id }));
  });
}

function button(text, className, onClick) {
  const element = make("button", className, text);
  element.type = "button";
  element.onclick = onClick;
  return element;
}

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter(Boolean));
  return element;
}
