// The messages of the chat that is shown, their buttons, and what answers to those say.

import { clock, linkTo, nodesOf } from "./text.js";

const scroll = document.getElementById("scroll");
const list = document.getElementById("messages");
const empty = document.getElementById("empty");
const down = document.getElementById("down");
const toast = document.getElementById("toast");
const alertBox = document.getElementById("alert");
const MAX_KEPT = 300;

/** Keeps the messages of all chats, shows those of one. */
export class Chat {
  #messages = new Map();
  #busy = new Set();
  #me;
  #shown;
  #act;

  /** `act` sends what the person does: act.say(text), act.press(message, data); each tells whether it went. */
  constructor(act) {
    this.#act = act;
    down.addEventListener("click", () => this.#toEnd());
    scroll.addEventListener("scroll", () => { if (this.#isAtEnd()) down.hidden = true; });
  }

  /** Begins anew with what the server knows. */
  reset(me, shown, messages) {
    this.#me = me;
    this.#shown = shown;
    this.#messages = new Map();
    this.#busy.clear();
    for (const message of messages) this.#messages.set(this.#key(message), message);
    this.show(shown);
  }

  /** Shows another chat. */
  show(chat) {
    this.#shown = chat;
    list.setAttribute("aria-live", "off");
    list.replaceChildren(...this.#ofShown().map((message) => this.#element(message)));
    empty.hidden = list.children.length > 0;
    this.#toEnd();
    requestAnimationFrame(() => list.setAttribute("aria-live", "polite"));
  }

  #ofShown() {
    return [...this.#messages.values()]
      .filter((message) => message.chat.id === this.#shown)
      .sort((a, b) => a.message_id - b.message_id);
  }

  #key(message) {
    return message.chat.id + "/" + message.message_id;
  }

  /** A message came or changed. */
  put(message) {
    const key = this.#key(message);
    this.#messages.set(key, message);
    this.#busy.delete(key);
    this.#forgetOldest(message.chat.id);
    if (message.chat.id !== this.#shown) return;
    const old = list.querySelector(`[data-id="${message.message_id}"]`);
    const element = this.#element(message);
    empty.hidden = true;
    if (old) {
      this.#replace(old, element);
      return;
    }
    const follow = this.#isAtEnd() || this.#isMine(message);
    element.classList.add("new");
    list.append(element);
    if (follow) this.#toEnd();
    else down.hidden = false;
  }

  /** A page that stays open does not grow for ever. */
  #forgetOldest(chat) {
    const here = [...this.#messages.values()].filter((one) => one.chat.id === chat);
    if (here.length <= MAX_KEPT) return;
    this.remove(chat, Math.min(...here.map((one) => one.message_id)));
  }

  /** Puts a changed message in place; whoever stood on one of its buttons stays there. */
  #replace(old, element) {
    const keys = [...old.querySelectorAll("button, a")];
    const stood = keys.indexOf(document.activeElement);
    const follow = this.#isAtEnd();
    element.classList.add("flash");
    old.replaceWith(element);
    if (stood >= 0) {
      const now = [...element.querySelectorAll("button, a")];
      (now[Math.min(stood, now.length - 1)] ?? scroll).focus({ preventScroll: true });
    }
    if (follow) this.#toEnd();
  }

  /** A message went away. */
  remove(chat, messageId) {
    this.#messages.delete(chat + "/" + messageId);
    if (chat === this.#shown) list.querySelector(`[data-id="${messageId}"]`)?.remove();
    empty.hidden = list.children.length > 0;
  }

  /** The bot answered a press. */
  answered(text, alert) {
    for (const key of this.#busy) this.#settle(key);
    this.#busy.clear();
    if (!text) return;
    if (alert) {
      document.getElementById("alert-text").textContent = text;
      alertBox.showModal();
      return;
    }
    tell(text);
  }

  #settle(key) {
    const [chat, id] = key.split("/");
    if (Number(chat) !== this.#shown) return;
    for (const button of list.querySelectorAll(`[data-id="${id}"] [aria-busy]`)) button.removeAttribute("aria-busy");
  }

  #isMine(message) {
    return message.from?.id === this.#me;
  }

  #element(message) {
    const mine = this.#isMine(message);
    const item = document.createElement("li");
    item.className = "message " + (mine ? "ours" : "theirs");
    item.dataset.id = message.message_id;
    const bubble = document.createElement("div");
    bubble.className = "bubble";
    bubble.append(sender(mine ? "أنت: " : "مرصد: "), this.#body(message), meta(message));
    item.append(bubble);
    const rows = message.reply_markup?.inline_keyboard ?? [];
    if (rows.length) item.append(this.#keys(message, rows));
    return item;
  }

  #body(message) {
    const body = document.createElement("div");
    body.className = "body";
    body.dir = "auto";
    if (message.document) {
      const file = document.createElement("a");
      file.className = "file";
      file.dir = "auto";
      file.textContent = message.document.file_name;
      file.href = "/playground/file/" + message.document.file_id;
      file.download = message.document.file_name;
      body.append(file);
    }
    const text = message.text ?? message.caption ?? "";
    const entities = message.entities ?? message.caption_entities;
    body.append(...nodesOf(text, entities, (command) => this.#act.say(command)));
    return body;
  }

  #keys(message, rows) {
    const keys = document.createElement("div");
    keys.className = "keys";
    keys.setAttribute("role", "group");
    keys.setAttribute("aria-label", "أزرار الرسالة");
    for (const row of rows) {
      const line = document.createElement("div");
      line.className = "row";
      line.append(...row.map((key) => this.#keyElement(message, key)));
      keys.append(line);
    }
    return keys;
  }

  #keyElement(message, key) {
    const link = key.url ? linkTo(key.url) : document.createElement("button");
    link.className = "key";
    const label = document.createElement("span");
    label.dir = "auto";
    label.textContent = key.text;
    link.append(label);
    if (key.url) {
      const mark = document.createElement("span");
      mark.setAttribute("aria-hidden", "true");
      mark.textContent = "↗";
      link.append(mark);
    } else {
      link.type = "button";
      link.addEventListener("click", () => this.#press(message, key, link));
    }
    return link;
  }

  #press(message, key, button) {
    if (key.copy_text) {
      navigator.clipboard?.writeText(key.copy_text.text);
      tell("نُسخ");
      return;
    }
    button.setAttribute("aria-busy", "true");
    this.#busy.add(this.#key(message));
    this.#act.press(message, key.callback_data).then((went) => {
      if (went) return;
      this.#busy.delete(this.#key(message));
      this.#settle(this.#key(message));
    });
  }

  #isAtEnd() {
    return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 90;
  }

  #toEnd() {
    scroll.scrollTop = scroll.scrollHeight;
    down.hidden = true;
  }
}

function sender(name) {
  const hidden = document.createElement("span");
  hidden.className = "hidden";
  hidden.textContent = name;
  return hidden;
}

function meta(message) {
  const line = document.createElement("div");
  line.className = "meta";
  if (message.silent) line.append(word("بلا صوت"));
  if (message.edit_date) line.append(word("عُدّلت"));
  const time = document.createElement("time");
  time.dateTime = new Date(message.date * 1000).toISOString();
  time.textContent = clock(message.date);
  line.append(time);
  return line;
}

function word(text) {
  const element = document.createElement("span");
  element.textContent = text;
  return element;
}

let leaving;

/** Says something for a few seconds. */
export function tell(text) {
  toast.textContent = text;
  toast.hidden = false;
  clearTimeout(leaving);
  leaving = setTimeout(() => { toast.hidden = true; }, 3500 + text.length * 40);
}
