package org.marsad.playground;

import java.util.Set;

/** The kinds of updates of Bot API 10.1. */
final class UpdateTypes {
  static final Set<String> ALL =
      Set.of(
          "message",
          "edited_message",
          "channel_post",
          "edited_channel_post",
          "business_connection",
          "business_message",
          "edited_business_message",
          "deleted_business_messages",
          "guest_message",
          "message_reaction",
          "message_reaction_count",
          "inline_query",
          "chosen_inline_result",
          "callback_query",
          "shipping_query",
          "pre_checkout_query",
          "purchased_paid_media",
          "poll",
          "poll_answer",
          "my_chat_member",
          "chat_member",
          "chat_join_request",
          "chat_boost",
          "removed_chat_boost",
          "managed_bot");

  private UpdateTypes() {}
}
