package dev.windowshop.client.chat;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayPump;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Poll;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the relay what was done to messages, in order, whenever it is there; on one thread,
/// `actions`. What the relay refuses is taken back here.
final class ActionSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ActionSender.class);

  private final ClientDatabase database;
  private final RelayClient relay;
  private final MessageActionStore actions;
  private final Outcome outcome;
  private final RelayPump pump;

  interface Outcome {
    /// @param message as it is now; null when there is none to tell of
    void done(MessageAction action, @Nullable Message message);

    void refused(MessageAction action, String why);
  }

  ActionSender(
      ClientDatabase database,
      RelayClient relay,
      MessageActionStore actions,
      BooleanSupplier online,
      Supplier<@Nullable String> ownId,
      Outcome outcome) {
    this.database = database;
    this.relay = relay;
    this.actions = actions;
    this.outcome = outcome;
    this.pump = new RelayPump("actions", online, ownId, this::step);
  }

  void wake() {
    pump.wake();
  }

  private boolean step(String userId) {
    return database
        .read(connection -> Optional.ofNullable(actions.next(connection, userId)))
        .map(this::told)
        .orElse(false);
  }

  private boolean told(MessageAction action) {
    try {
      outcome.done(action, tell(action));
      return true;
    } catch (RelayUnreachableException e) {
      LOG.debug("kept for later: {}", e.getMessage());
      return pump.later();
    } catch (ProblemException e) {
      return said(action, e.problem());
    } catch (CompletionException e) {
      if (e.getCause() instanceof RelayUnreachableException) {
        return pump.later();
      }
      throw e;
    }
  }

  private @Nullable Message tell(MessageAction action) {
    String path = "/messages/" + action.messageId();
    return switch (action.kind()) {
      case EDIT -> relay.put(path, new Message.Edit(action.value()), Message.class);
      case DELETE -> {
        relay.delete(path);
        yield null;
      }
      case HIDE -> {
        relay.delete(path + "?for=me");
        yield null;
      }
      case REACT -> {
        relay.put(path + "/reactions/" + encoded(action.value()), java.util.Map.of());
        yield null;
      }
      case UNREACT -> {
        relay.delete(path + "/reactions/" + encoded(action.value()));
        yield null;
      }
      case PIN -> {
        relay.put(path + "/pin", java.util.Map.of());
        yield null;
      }
      case UNPIN -> {
        relay.delete(path + "/pin");
        yield null;
      }
      case VOTE -> relay.put(path + "/votes", new Poll.Vote(action.chosen()), Message.class);
      case CLOSE -> relay.post(path + "/close", java.util.Map.of(), Message.class);
    };
  }

  private static String encoded(String emoji) {
    return URLEncoder.encode(emoji, StandardCharsets.UTF_8);
  }

  private boolean said(MessageAction action, Problem problem) {
    if (RelayPump.isPassing(problem)) {
      return pump.hold(RelayPump.wait(problem));
    }
    outcome.refused(action, problem.detail() == null ? problem.title() : problem.detail());
    return true;
  }

  @Override
  public void close() {
    pump.close();
  }
}
