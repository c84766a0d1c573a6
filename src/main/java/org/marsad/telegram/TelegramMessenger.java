package org.marsad.telegram;

import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.alert.Attachment;
import org.marsad.alert.Button;
import org.marsad.alert.Chat;
import org.marsad.alert.Message;
import org.marsad.alert.Messenger;
import org.marsad.alert.SendResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Puts messages into chats through the Bot API. Thread-safe. */
public final class TelegramMessenger implements Messenger {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramMessenger.class);
  private static final int MAX_TOAST_CHARS = 200;

  private final BotApi api;

  /** Sends through this server. */
  public TelegramMessenger(BotApi api) {
    this.api = api;
  }

  @Override
  public SendResult send(Chat.Address to, Message message) {
    SendResult result = execute(sending(to, message, true));
    if (cannotParse(result)) {
      LOG.warn("Telegram cannot parse a message's markup; it goes out as plain text");
      SendResult plain = execute(sending(to, message, false));
      return plain instanceof SendResult.Sent sent
          ? new SendResult.Sent(sent.messageId(), true)
          : plain;
    }
    return result;
  }

  @Override
  public SendResult send(Chat.Address to, Attachment attachment) {
    SendDocument sending =
        new SendDocument(
            Long.toString(to.chat()),
            new InputFile(new ByteArrayInputStream(attachment.bytes()), attachment.name()));
    sending.setCaption(attachment.caption().html());
    sending.setParseMode("HTML");
    if (to.topic() != 0) {
      sending.setMessageThreadId(to.topic());
    }
    try {
      return new SendResult.Sent(api.client().execute(sending).getMessageId(), false);
    } catch (TelegramApiException e) {
      return SendOutcome.of(e);
    }
  }

  @Override
  public SendResult edit(Chat.Address in, int messageId, Message message) {
    SendResult result = execute(editing(in, messageId, message, true));
    if (cannotParse(result)) {
      result = execute(editing(in, messageId, message, false));
    }
    if (result instanceof SendResult.Rejected rejected
        && rejected.reason().contains("message is not modified")) {
      return new SendResult.Sent(messageId, false);
    }
    return result;
  }

  @Override
  public void answerPress(String pressId, String text) {
    AnswerCallbackQuery answer = new AnswerCallbackQuery(pressId);
    if (!text.isEmpty()) {
      answer.setText(text.substring(0, Math.min(MAX_TOAST_CHARS, text.length())));
    }
    try {
      api.client().execute(answer);
    } catch (TelegramApiException e) {
      LOG.info("A button press was not answered: {}", SendOutcome.of(e));
    }
  }

  private static boolean cannotParse(SendResult result) {
    return result instanceof SendResult.Rejected rejected
        && rejected.reason().toLowerCase(Locale.ROOT).contains("can't parse entities");
  }

  private <T extends Serializable> SendResult execute(BotApiMethod<T> method) {
    try {
      T answer = api.client().execute(method);
      if (answer instanceof org.telegram.telegrambots.meta.api.objects.message.Message sent) {
        return new SendResult.Sent(sent.getMessageId(), false);
      }
      return new SendResult.Unknown("the server said yes, but not to what", true);
    } catch (TelegramApiException e) {
      return SendOutcome.of(e);
    }
  }

  private static SendMessage sending(Chat.Address to, Message message, boolean html) {
    SendMessage sending =
        new SendMessage(Long.toString(to.chat()), html ? message.html() : message.plain());
    if (html) {
      sending.setParseMode("HTML");
    }
    if (to.topic() != 0) {
      sending.setMessageThreadId(to.topic());
    }
    sending.setDisableNotification(message.silent());
    sending.setLinkPreviewOptions(noPreview());
    sending.setReplyMarkup(keyboard(message.buttons()));
    return sending;
  }

  private static EditMessageText editing(
      Chat.Address in, int messageId, Message message, boolean html) {
    EditMessageText editing =
        EditMessageText.builder().text(html ? message.html() : message.plain()).build();
    editing.setChatId(Long.toString(in.chat()));
    editing.setMessageId(messageId);
    if (html) {
      editing.setParseMode("HTML");
    }
    editing.setLinkPreviewOptions(noPreview());
    editing.setReplyMarkup(keyboard(message.buttons()));
    return editing;
  }

  private static LinkPreviewOptions noPreview() {
    return LinkPreviewOptions.builder().isDisabled(true).build();
  }

  private static @Nullable InlineKeyboardMarkup keyboard(List<List<Button>> rows) {
    if (rows.isEmpty()) {
      return null;
    }
    return new InlineKeyboardMarkup(
        rows.stream()
            .map(row -> new InlineKeyboardRow(row.stream().map(TelegramMessenger::button).toList()))
            .toList());
  }

  private static InlineKeyboardButton button(Button button) {
    InlineKeyboardButton made = new InlineKeyboardButton(button.label());
    switch (button.kind()) {
      case CALLBACK -> made.setCallbackData(button.value());
      case LINK -> made.setUrl(button.value());
    }
    return made;
  }
}
