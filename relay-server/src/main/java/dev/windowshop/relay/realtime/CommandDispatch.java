package dev.windowshop.relay.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.socketio.Ack;
import dev.windowshop.relay.stop.Work;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Takes commands off the event loop, runs them in their socket's lane, and answers: an
/// acknowledgement where one was asked for, an `error` event for a problem otherwise.
final class CommandDispatch {
  private static final Logger LOG = LoggerFactory.getLogger(CommandDispatch.class);
  private static final Map<String, Command> BY_NAME =
      Arrays.stream(Command.values()).collect(Collectors.toMap(Command::wire, Function.identity()));

  private final Commands commands;
  private final Limits limits;
  private final Work work;
  private final RealtimeObserver observer;

  CommandDispatch(Commands commands, Limits limits, Work work, RealtimeObserver observer) {
    this.commands = commands;
    this.limits = limits;
    this.work = work;
    this.observer = observer;
  }

  /// On the event loop.
  void dispatch(LiveSocket live, String name, ArrayNode args, @Nullable Ack ack) {
    Duration wait = limits.tryTake(Limit.COMMANDS, live.client().id());
    if (wait != null) {
      refuse(live, Limits.problem(Limit.COMMANDS, wait), ack);
      return;
    }
    if (!work.begin()) {
      refuse(live, Work.refusal(), ack);
      return;
    }
    boolean taken =
        live.lane()
            .offer(() -> {
              try {
                run(live, name, args, ack);
              } finally {
                work.end();
              }
            });
    if (!taken) {
      work.end();
      refuse(
          live,
          Problem.of(ProblemType.RATE_LIMITED, "Too many commands at once.").withRetryAfter(1),
          ack);
    }
  }

  private void run(LiveSocket live, String name, ArrayNode args, @Nullable Ack ack) {
    long start = System.nanoTime();
    int status = 200;
    MDC.put("socket", live.client().id());
    MDC.put("command", name);
    try {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("ok", true);
      answer.putAll(handle(live.client(), name, args));
      if (ack != null) {
        ack.send(answer);
      }
    } catch (ProblemException e) {
      status = e.problem().status();
      refuse(live, e.problem(), ack);
    } catch (RejectedExecutionException e) {
      LOG.debug("the relay stopped before {} was answered", name, e);
    } catch (RuntimeException e) {
      status = 500;
      String incident = Ids.newId();
      LOG.error("incident {}: the command {} failed", incident, name, e);
      refuse(
          live,
          Problem.of(ProblemType.INTERNAL, "Something went wrong here. It was noted.")
              .withInstance(incident),
          ack);
    } finally {
      MDC.clear();
      observer.commandEnded(
          BY_NAME.containsKey(name) ? name : "unknown", status, System.nanoTime() - start);
    }
  }

  private Map<String, Object> handle(ClientSocket client, String name, ArrayNode args) {
    Command command = BY_NAME.get(name);
    CommandHandler<Object> handler = command == null ? null : commands.find(command);
    if (command == null || handler == null) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST, "There is no command '" + name + "' here.");
    }
    JsonNode body = args.isEmpty() ? Json.mapper().createObjectNode() : args.get(0);
    if (!body.isObject()) {
      throw new ProblemException(ProblemType.INVALID, "A command carries one JSON object.");
    }
    return handler.handle(client, Json.decode(body, command.payload()));
  }

  private static void refuse(LiveSocket live, Problem problem, @Nullable Ack ack) {
    if (ack != null) {
      ack.send(Map.of("ok", false, "problem", problem));
    } else {
      ServerEvent failed = new ServerEvent.Failed(problem);
      live.socket().emit(failed.wire(), failed);
    }
  }
}
