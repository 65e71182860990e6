package dev.windowshop.client.call;

import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.User;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// People that others know already, and for the rest asks the relay once about each.
public final class RelayPeople implements People {
  private static final Logger LOG = LoggerFactory.getLogger(RelayPeople.class);

  private final RelayClient relay;
  private final Workers workers;
  private final Live<Map<String, User>> known = new Live<>(Map.of());
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  public RelayPeople(RelayClient relay, Workers workers) {
    this.relay = relay;
    this.workers = workers;
  }

  @Override
  public Live<Map<String, User>> known() {
    return known;
  }

  @Override
  public void want(Collection<String> userIds) {
    for (String userId : userIds) {
      if (asked.add(userId)) {
        workers.io().execute(() -> ask(userId));
      }
    }
  }

  /// Takes over what the conversations know of their people, so that a name is there at once.
  public void know(Collection<User> users) {
    users.forEach(user -> asked.add(user.id()));
    known.update(before -> {
      Map<String, User> more = new HashMap<>(before);
      users.forEach(user -> more.put(user.id(), user));
      return Map.copyOf(more);
    });
  }

  private void ask(String userId) {
    try {
      know(List.of(relay.get("/users/" + userId, User.class)));
    } catch (ProblemException | RelayUnreachableException e) {
      LOG.info("nothing is known of {}: {}", userId, e.getMessage());
      asked.remove(userId);
    }
  }
}
