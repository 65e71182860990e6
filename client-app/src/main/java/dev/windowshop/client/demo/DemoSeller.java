package dev.windowshop.client.demo;

import dev.windowshop.client.call.CallState;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A seller who answers what shoppers ask about a product. Thread-safe.
final class DemoSeller implements Answering.Mind {
  private static final Logger LOG = LoggerFactory.getLogger(DemoSeller.class);
  private static final long DECLINE_SECONDS = 3;

  private final DemoClient client;
  private final Me me;

  DemoSeller(DemoClient client, Me me) {
    this.client = client;
    this.me = me;
    var unused = new Answering(client.services().chat(), client.services().core().workers(), this);
    client.services().calls().state().observe(this::called);
  }

  @Override
  public @Nullable String answer(Conversation conversation, Message last, String text, int turn) {
    String shop = conversation.shop() == null ? "this shop" : conversation.shop().name();
    SellerTalk talk = new SellerTalk(firstName(me), shop);
    boolean mine =
        conversation.kind() == ConversationKind.LISTING
            && conversation.shop() != null
            && conversation.shop().ownerId().equals(me.id());
    if (!mine && conversation.kind() != ConversationKind.DIRECT) {
      return null;
    }
    int seed = last.id().hashCode();
    if (last.type() != Message.Type.TEXT) {
      return talk.answerToCard(Answering.cardTitle(last), seed);
    }
    return talk.answer(current(conversation.product()), text, turn, seed);
  }

  /// Sellers are asked in writing: they say so instead of letting it ring.
  private void called(CallState state) {
    if (state instanceof CallState.Incoming incoming) {
      client
          .services()
          .core()
          .workers()
          .timer()
          .schedule(() -> decline(incoming.call()), DECLINE_SECONDS, TimeUnit.SECONDS);
    } else if (state instanceof CallState.Ended) {
      client.services().calls().dismiss();
    }
  }

  private void decline(Call call) {
    if (client.services().calls().state().value() instanceof CallState.Incoming now
        && now.call().id().equals(call.id())) {
      client.services().calls().decline();
      client
          .services()
          .chat()
          .send(
              call.conversationId(),
              "I saw you ring, but I have both hands full at the bench. Write to me, I answer at"
                  + " once. Jonas usually picks up, if you want to try a call.")
          .whenComplete((sent, failure) -> {
            if (failure != null) {
              LOG.warn("A seller could not write", failure);
            }
          });
    }
  }

  /// As it is now: price and stock may have changed since the conversation began.
  private @Nullable Product current(@Nullable Product known) {
    if (known == null) {
      return null;
    }
    try {
      return client.services().core().relay().get("/products/" + known.id(), Product.class);
    } catch (ProblemException | RelayUnreachableException e) {
      return known;
    }
  }

  static String firstName(Me me) {
    return me.displayName().split(" ", 2)[0];
  }
}
