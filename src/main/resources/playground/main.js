// Wires the page: one stream of events from the server, small requests to it.

import { Chat, tell } from "./chat.js";
import { showCommands, startComposing } from "./compose.js";
import { addNews, resetNews, startNewsroom } from "./newsroom.js";

const status = document.getElementById("status");
const TYPING_MILLIS = 5000;
const AGAIN_MILLIS = 3000;
let chats = [];
let shown;
let typing;

/** Sends a wish; returns what was wrong, or nothing. */
async function ask(name, wish) {
  try {
    const answer = await fetch("/playground/api/" + name, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(wish),
    });
    return answer.ok ? "" : await answer.text();
  } catch {
    return "البرنامج لا يجيب";
  }
}

/** Returns whether it went. */
async function askOrTell(name, wish) {
  const problem = await ask(name, wish);
  if (problem) tell("تعذّر ذلك: " + problem);
  return !problem;
}

const act = {
  say: (text) => askOrTell("say", { chat: shown, text }),
  send: (name, base64) => askOrTell("send", { chat: shown, name, base64 }),
  press: (message, data) => askOrTell("press", { chat: message.chat.id, message: message.message_id, data }),
};
const chat = new Chat(act);
startComposing(act.say, act.send);
startNewsroom((item) => ask("publish", item));

for (const choice of document.querySelectorAll('[name="language"]')) {
  choice.addEventListener("change", () => askOrTell("language", { language: choice.value }));
}
for (const choice of document.querySelectorAll('[name="chat"]')) {
  choice.addEventListener("change", () => showChat(choice.value === "group"));
}

/** Shows the private chat or the group; the first time, the group is opened and the whole state comes anew. */
function showChat(group) {
  if (group && !chats.some((one) => one.group)) {
    askOrTell("group", {});
    return;
  }
  shown = chats.find((one) => one.group === group).id;
  chat.show(shown);
}

const on = {
  state(state) {
    const wasGroup = document.querySelector('[name="chat"]:checked').value === "group";
    chats = state.chats;
    shown = (chats.find((one) => one.group === wasGroup) ?? chats[0]).id;
    chat.reset(state.me, shown, state.messages);
    check("chat", shown === state.me ? "private" : "group");
    check("language", state.language);
    showCommands(state.commands);
    resetNews(state.feeds, state.news);
  },
  client(client) {
    check("language", client.language);
    showCommands(client.commands);
  },
  message(event) {
    if (event.message.from?.is_bot) stopTyping();
    chat.put(event.message);
  },
  gone: (event) => chat.remove(event.chat, event.message_id),
  toast: (event) => chat.answered(event.text, event.alert),
  acting(event) {
    if (event.chat !== shown) return;
    state("live", "يكتب…");
    clearTimeout(typing);
    typing = setTimeout(stopTyping, TYPING_MILLIS);
  },
  news: addNews,
};

function check(name, value) {
  document.querySelector(`[name="${name}"][value="${value}"]`).checked = true;
}

function stopTyping() {
  clearTimeout(typing);
  state("live", "متصل");
}

function state(kind, text) {
  status.className = "status " + kind;
  status.textContent = text;
}

/** A stream that breaks is opened anew by the browser; one that the server refuses (too many pages) is not, so by us. */
function connect() {
  const events = new EventSource("/playground/events");
  events.addEventListener("open", stopTyping);
  events.addEventListener("error", () => {
    state("lost", "انقطع الاتصال، تُعاد المحاولة…");
    if (events.readyState === EventSource.CLOSED) setTimeout(connect, AGAIN_MILLIS);
  });
  events.addEventListener("message", (event) => {
    const told = JSON.parse(event.data);
    on[told.kind]?.(told);
  });
}

connect();
