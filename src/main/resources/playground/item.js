// One item of the newsroom on its own page.

import { clock } from "./text.js";

const number = location.pathname.split("/").pop();
const answer = await fetch("/playground/api/news/" + encodeURIComponent(number));
const title = document.getElementById("title");
if (answer.ok) {
  const item = await answer.json();
  document.title = item.title;
  title.textContent = item.title;
  document.getElementById("outlet").textContent = item.outlet;
  document.getElementById("text").textContent = item.text;
  const time = document.getElementById("time");
  time.dateTime = new Date(item.published * 1000).toISOString();
  time.textContent = clock(item.published);
} else {
  title.textContent = "لم يعد هذا الخبر محفوظًا.";
}
