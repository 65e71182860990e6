package dev.windowshop.relay.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.User;
import dev.windowshop.relay.auth.Principal;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.limit.LimitConfig;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.realtime.ClientSocket;
import dev.windowshop.relay.testing.TestDatabases;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Calls over a real database, with time in the test's hand and sockets that only have names: what
/// the tests of calls share.
abstract class CallScene {
  static final String PAIR = "pair";
  static final String TRIO = "trio";
  static final ClientSocket ANN = socket("ann", "1");
  static final ClientSocket BEN = socket("ben", "1");
  static final ClientSocket BEN_TABLET = socket("ben", "2");
  static final ClientSocket CAT = socket("cat", "1");

  @TempDir Path folder;

  final ManualTimer timer = new ManualTimer();
  final RecordingBroadcaster sent = new RecordingBroadcaster();
  final Rooms rooms = new Rooms();
  final Set<String> busy = new TreeSet<>();
  Database database;
  CallFeature feature;

  @BeforeEach
  void open() {
    database = TestDatabases.open(folder);
    feature = newFeature();
    List.of(ANN, BEN, CAT).forEach(feature::connected);
  }

  @AfterEach
  void close() {
    feature.close();
    database.close();
  }

  void restart() {
    feature.close();
    database.close();
    database = TestDatabases.open(folder);
    feature = newFeature();
  }

  private CallFeature newFeature() {
    return new CallFeature(
        database,
        sent,
        rooms,
        IceServers.of(List.of(), null, Clock.systemUTC()),
        new Limits(LimitConfig.DEFAULT, Clock.systemUTC()),
        CallConfig.DEFAULT,
        timer,
        (_, joined, others) -> {
          busy.addAll(joined);
          busy.removeAll(others);
        },
        (_, sessionId) -> sessionId.equals("session-2") ? "Tablet" : "Desk");
  }

  Call startPair() {
    return start(ANN, PAIR);
  }

  Call connectedPair() {
    return feature.service().join(BEN, join(startPair().id()));
  }

  Call start(ClientSocket socket, String conversationId) {
    return feature.service().start(socket, new Call.Start(conversationId, Call.Media.VIDEO));
  }

  Map<String, Object> signal(
      ClientSocket socket, String callId, String to, long session, long toSession) {
    JsonNode description = Json.tree(Map.of("type", "offer", "sdp", "v=0\r\n"));
    return feature
        .signals()
        .forward(socket, new Call.Signal(callId, to, null, session, toSession, description, null));
  }

  Map<String, Object> signal(
      ClientSocket socket,
      String callId,
      @Nullable String description,
      @Nullable String candidate) {
    StringBuilder json =
        new StringBuilder("{\"callId\":\"" + callId + "\",\"to\":\"ben\"")
            .append(",\"session\":1,\"toSession\":1");
    if (description != null) {
      json.append(",\"description\":").append(description);
    }
    if (candidate != null) {
      json.append(",\"candidate\":").append(candidate);
    }
    return feature
        .signals()
        .forward(socket, Json.decode(json.append('}').toString(), Call.Signal.class));
  }

  static Call.Join join(String callId) {
    return new Call.Join(callId, false);
  }

  static Call.Hold hold(Call call, boolean held) {
    return new Call.Hold(call.id(), held);
  }

  ServerEvent.CallState last(String userId) {
    return sent.to("user:" + userId, ServerEvent.CallState.class).getLast();
  }

  ServerEvent.CallState last(String userId, String conversationId) {
    return sent.to("user:" + userId, ServerEvent.CallState.class).stream()
        .filter(state -> state.conversationId().equals(conversationId))
        .toList()
        .getLast();
  }

  static void refused(ProblemType type, Runnable action) {
    assertEquals(type, assertThrows(ProblemException.class, action::run).type());
  }

  static ClientSocket socket(String userId, String device) {
    return new ClientSocket(userId + "-" + device, new Principal(userId, "session-" + device));
  }

  /// Conversations by name.
  static final class Rooms implements CallConversations {
    final Map<String, List<String>> members =
        new HashMap<>(
            Map.of(
                PAIR,
                List.of("ann", "ben"),
                TRIO,
                List.of("ann", "ben", "cat"),
                "cat+ann",
                List.of("cat", "ann")));
    final Set<String> hiding = new TreeSet<>();
    final Set<String> apart = new TreeSet<>();
    final List<Call> recorded = new ArrayList<>();

    @Override
    public List<String> members(Handle handle, String conversationId, String userId) {
      List<String> found = members.getOrDefault(conversationId, List.of());
      if (!found.contains(userId)) {
        throw ProblemException.notFound("conversation");
      }
      return found;
    }

    @Override
    public List<String> everybody(Handle handle, String conversationId) {
      return members.getOrDefault(conversationId, List.of());
    }

    @Override
    public void requireMayEnd(Handle handle, String conversationId, String userId) {
      if (!conversationId.equals(TRIO) || !userId.equals("ann")) {
        throw ProblemException.forbidden("No.");
      }
    }

    @Override
    public boolean mayAdmit(Handle handle, String conversationId, String userId) {
      return isMember(handle, conversationId, userId)
          && (!conversationId.equals(TRIO) || userId.equals("ann"));
    }

    @Override
    public boolean areApart(Handle handle, String one, String other) {
      return apart.contains(one) || apart.contains(other);
    }

    @Override
    public User user(Handle handle, String userId) {
      return new User(userId, userId, userId, null, null, null, null);
    }

    @Override
    public boolean showsAddress(Handle handle, String userId, Collection<String> others) {
      return !hiding.contains(userId);
    }

    @Override
    public List<ServerEvent> record(Handle handle, Call ended) {
      recorded.add(ended);
      return List.of();
    }
  }
}
