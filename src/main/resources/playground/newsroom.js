// The newsroom beside the chat: what it published, and publishing by hand.

import { clock } from "./text.js";

const form = document.getElementById("publish");
const feed = document.getElementById("publish-feed");
const title = document.getElementById("publish-title");
const text = document.getElementById("publish-text");
const said = document.getElementById("publish-said");
const list = document.getElementById("published");
const count = document.getElementById("news-count");
const desk = document.getElementById("desk");
const MAX_SHOWN = 60;
let unseen = 0;

/** Sets up publishing; `publish` sends an item and says whether it went. */
export function startNewsroom(publish) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const problem = await publish({ feed: feed.value, title: title.value, text: text.value });
    said.textContent = problem ? "لم يُنشر: " + problem : "نُشر في «" + feed.selectedOptions[0].textContent + "».";
    said.classList.toggle("bad", Boolean(problem));
    if (!problem) {
      title.value = "";
      text.value = "";
      title.focus();
    }
  });
  for (const example of form.querySelectorAll("[data-title]")) {
    example.addEventListener("click", () => {
      title.value = example.dataset.title;
      title.focus();
    });
  }
  tab("chat");
  tab("news");
}

function tab(name) {
  document.getElementById("tab-" + name).addEventListener("click", () => {
    desk.dataset.shown = name;
    for (const other of ["chat", "news"]) {
      document.getElementById("tab-" + other).setAttribute("aria-pressed", String(other === name));
    }
    if (name === "news") countUnseen(0);
  });
}

function countUnseen(now) {
  unseen = now;
  count.textContent = unseen > 99 ? "99+" : String(unseen);
  count.hidden = unseen === 0;
}

/** Begins anew with what stands in the feeds, oldest first. */
export function resetNews(feeds, items) {
  const chosen = feed.value;
  feed.replaceChildren(...feeds.map((one) => new Option(one.title, one.name, false, one.name === chosen)));
  list.replaceChildren(...items.map(itemOf).reverse());
  countUnseen(0);
}

/** An item was published. */
export function addNews(item) {
  if (list.querySelector(`[data-number="${item.number}"]`)) return;
  const element = itemOf(item);
  element.classList.add("new");
  list.prepend(element);
  while (list.children.length > MAX_SHOWN) list.lastElementChild.remove();
  if (desk.dataset.shown !== "news") countUnseen(unseen + 1);
}

function itemOf(item) {
  const element = document.createElement("li");
  element.dataset.number = item.number;
  const link = document.createElement("a");
  link.href = item.path;
  link.target = "_blank";
  link.rel = "noopener";
  link.dir = "auto";
  link.textContent = item.title;
  const meta = document.createElement("div");
  meta.className = "meta";
  const outlet = document.createElement("bdi");
  outlet.textContent = item.outlet;
  const time = document.createElement("time");
  time.dateTime = new Date(item.published * 1000).toISOString();
  time.textContent = clock(item.published);
  meta.append(outlet, time);
  element.append(link, meta);
  return element;
}
