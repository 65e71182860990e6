package dev.windowshop.relay.app;

import dev.windowshop.protocol.Preferences;
import dev.windowshop.relay.call.CallFeature;
import dev.windowshop.relay.chat.ChatFeature;
import dev.windowshop.relay.chat.Member;
import dev.windowshop.relay.interest.InterestSources;
import dev.windowshop.relay.people.SettingsRepository;
import dev.windowshop.relay.recommend.Taste;
import dev.windowshop.relay.store.StoreFeature;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// What recommendations see of carts, conversations, calls and what people say that they like.
record OthersForInterests(StoreFeature store, ChatFeature chat, CallFeature calls)
    implements InterestSources {
  @Override
  public Taste taste(Handle handle, String actor) {
    Preferences said = new SettingsRepository().preferences(handle, actor);
    return said.equals(Preferences.NONE)
        ? Taste.UNKNOWN
        : new Taste(
            Set.copyOf(said.categories()),
            Set.copyOf(said.brands()),
            said.minPrice() == null ? 0 : said.minPrice(),
            said.maxPrice() == null ? Long.MAX_VALUE : said.maxPrice());
  }

  @Override
  public List<String> cartVariants(Handle handle, String userId) {
    return store.cartVariants(handle, userId);
  }

  @Override
  public List<String> membersOf(Handle handle, String conversationId, String userId) {
    chat.participants().require(handle, conversationId, userId);
    return chat.participants().members(handle, conversationId).stream()
        .map(Member::userId)
        .toList();
  }

  @Override
  public List<String> inCall(Handle handle, String callId, String userId) {
    return calls.present(handle, callId, userId);
  }
}
