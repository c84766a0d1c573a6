// A message's text with its entities, as elements. Nothing from a message is ever read as markup.

const PLAIN = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};
const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);
const OPENS = new Set(["http:", "https:", "mailto:", "tg:"]);

/** The text as a list of nodes; `say` is called with a command that is pressed. */
export function nodesOf(text, entities, say) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return inside(text, 0, text.length, sorted, say);
}

function inside(text, from, to, entities, say) {
  const nodes = [];
  let at = from;
  for (let i = 0; i < entities.length;) {
    const entity = entities[i];
    const begin = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    let next = i + 1;
    while (next < entities.length && entities[next].offset < end) next++;
    if (begin < end) {
      // A block stands on lines of its own: the line breaks around it are not shown a second time.
      const block = BLOCKS.has(entity.type);
      const before = block && text[begin - 1] === "\n" ? begin - 1 : begin;
      if (at < before) nodes.push(document.createTextNode(text.slice(at, before)));
      const element = elementOf(entity, text.slice(begin, end), say);
      element.append(...inside(text, begin, end, entities.slice(i + 1, next), say));
      nodes.push(element);
      at = block && text[end] === "\n" ? end + 1 : end;
    }
    i = next;
  }
  if (at < to) nodes.push(document.createTextNode(text.slice(at, to)));
  return nodes;
}

function elementOf(entity, covered, say) {
  if (PLAIN[entity.type]) return plain(entity);
  switch (entity.type) {
    case "text_link": return linkTo(entity.url);
    case "url": return linkTo(/^[a-z]+:\/\//i.test(covered) ? covered : "http://" + covered);
    case "email": return linkTo("mailto:" + covered);
    case "bot_command": return command(covered, say);
    case "spoiler": return spoiler();
    default: return document.createElement("span");
  }
}

function plain(entity) {
  const element = document.createElement(PLAIN[entity.type]);
  if (entity.type === "expandable_blockquote") {
    element.classList.add("folded");
    element.addEventListener("click", () => element.classList.toggle("folded"));
  }
  return element;
}

/** A link, or plain text where the address is of a kind that is not opened. */
export function linkTo(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return document.createElement("span");
  }
  if (!OPENS.has(url.protocol)) return document.createElement("span");
  const link = document.createElement("a");
  link.href = url.href;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

function command(covered, say) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "say";
  button.dir = "ltr";
  button.addEventListener("click", () => say(covered));
  return button;
}

function spoiler() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "spoiler";
  button.addEventListener("click", () => button.classList.toggle("open"));
  return button;
}

const CLOCK = new Intl.DateTimeFormat("ar-u-nu-latn", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** A time of day from seconds since 1970. */
export function clock(seconds) {
  return CLOCK.format(new Date(seconds * 1000));
}
