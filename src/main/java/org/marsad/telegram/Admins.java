package org.marsad.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Who administers which group, asked of Telegram and remembered for a minute. Thread-safe. */
final class Admins {
  private static final Logger LOG = LoggerFactory.getLogger(Admins.class);
  private static final Set<String> RANKS = Set.of("creator", "administrator");

  private final BotApi api;
  private final Cache<Member, Boolean> known =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  private record Member(long chat, long user) {}

  Admins(BotApi api) {
    this.api = api;
  }

  /** Whether somebody administers a group; false when Telegram does not say. */
  boolean contains(long chat, @Nullable User user) {
    return user != null && known.get(new Member(chat, user.getId()), this::ask);
  }

  private boolean ask(Member member) {
    try {
      return RANKS.contains(
          api.client()
              .execute(new GetChatMember(Long.toString(member.chat()), member.user()))
              .getStatus());
    } catch (TelegramApiException e) {
      LOG.warn(
          "Telegram does not say who administers chat {}: {}", member.chat(), SendOutcome.of(e));
      return false;
    }
  }
}
