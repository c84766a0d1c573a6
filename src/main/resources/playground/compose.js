// Writing a message, and the menu of commands.

const form = document.getElementById("compose");
const field = document.getElementById("compose-text");
const file = document.getElementById("compose-file");
const menu = document.getElementById("menu");
const menuButton = document.getElementById("menu-button");

/** Sets up writing; `say` sends a text, `attach` a file. */
export function startComposing(say, attach) {
  file.addEventListener("change", () => sendFile(attach));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(say);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send(say);
    }
  });
  field.addEventListener("input", fit);
  for (const starter of document.querySelectorAll("[data-say]")) {
    starter.addEventListener("click", () => {
      say(starter.dataset.say);
      field.focus();
    });
  }
  startMenu(say);
}

function send(say) {
  const text = field.value.trim();
  if (!text) return;
  say(text);
  field.value = "";
  fit();
}

function sendFile(attach) {
  const chosen = file.files[0];
  if (!chosen) return;
  const reader = new FileReader();
  reader.addEventListener("load", () => {
    attach(chosen.name, reader.result.slice(reader.result.indexOf(",") + 1));
    file.value = "";
  });
  reader.readAsDataURL(chosen);
}

function fit() {
  field.style.blockSize = "auto";
  field.style.blockSize = field.scrollHeight + 2 + "px";
}

function startMenu(say) {
  menuButton.addEventListener("click", () => (menu.hidden ? open() : close(true)));
  menu.addEventListener("click", (event) => {
    const choice = event.target.closest("[data-command]");
    if (!choice) return;
    close(false);
    say("/" + choice.dataset.command);
    field.focus();
  });
  menu.addEventListener("keydown", move);
  document.addEventListener("click", (event) => {
    if (!menu.hidden && !form.contains(event.target)) close(false);
  });
  form.addEventListener("focusout", (event) => {
    if (!menu.hidden && event.relatedTarget && !menu.contains(event.relatedTarget) && event.relatedTarget !== menuButton) close(false);
  });
}

function open() {
  menu.hidden = false;
  menuButton.setAttribute("aria-expanded", "true");
  menu.querySelector("button")?.focus();
}

function close(back) {
  menu.hidden = true;
  menuButton.setAttribute("aria-expanded", "false");
  if (back) menuButton.focus();
}

function move(event) {
  const choices = [...menu.querySelectorAll("button")];
  const at = choices.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: choices.length - 1 }[event.key];
  if (event.key === "Escape") {
    close(true);
  } else if (to !== undefined && choices.length) {
    event.preventDefault();
    choices[(to + choices.length) % choices.length].focus();
  }
}

/** The commands the bot set for this client's language. */
export function showCommands(commands) {
  menu.replaceChildren(...commands.map(choiceOf));
  if (!commands.length) {
    const none = document.createElement("p");
    none.className = "none";
    none.textContent = "لم يضع البوت قائمة أوامر بعد.";
    menu.append(none);
  }
}

function choiceOf(command) {
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("role", "menuitem");
  button.tabIndex = -1;
  button.dataset.command = command.name;
  const description = document.createElement("span");
  description.dir = "auto";
  description.textContent = command.description;
  const name = document.createElement("span");
  name.className = "name";
  name.textContent = "/" + command.name;
  button.append(description, name);
  return button;
}
