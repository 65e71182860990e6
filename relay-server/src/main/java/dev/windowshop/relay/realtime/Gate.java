package dev.windowshop.relay.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.auth.Authenticator;
import dev.windowshop.relay.auth.Principal;
import dev.windowshop.relay.limit.ClientAddresses;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.socketio.Admission;
import dev.windowshop.relay.socketio.Handshake;
import dev.windowshop.relay.stop.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides who may connect, on virtual threads: the event loop only hands over.
final class Gate {
  /// Somebody let in.
  ///
  /// @param conversationIds whose rooms they belong in
  record Pass(String token, Principal principal, Instant expiresAt, Set<String> conversationIds) {
    @Override
    public String toString() {
      return "Pass[" + principal.userId() + ", [REDACTED]]";
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private final Authenticator authenticator;
  private final Executor executor;
  private final Limits limits;
  private final ClientAddresses addresses;
  private final Work work;
  private final Function<String, Set<String>> conversationsOf;
  private final BiConsumer<dev.windowshop.relay.socketio.Socket, Pass> admit;

  Gate(
      Authenticator authenticator,
      Executor executor,
      Limits limits,
      ClientAddresses addresses,
      Work work,
      Function<String, Set<String>> conversationsOf,
      BiConsumer<dev.windowshop.relay.socketio.Socket, Pass> admit) {
    this.authenticator = authenticator;
    this.executor = executor;
    this.limits = limits;
    this.addresses = addresses;
    this.work = work;
    this.conversationsOf = conversationsOf;
    this.admit = admit;
  }

  CompletionStage<Admission> connect(Handshake handshake) {
    if (work.isStopping()) {
      return CompletableFuture.completedFuture(reject(Work.refusal()));
    }
    String address =
        addresses.of(handshake.remoteAddress(), handshake.headers().get("x-forwarded-for"));
    Duration wait = limits.tryTake(Limit.CONNECTIONS, ClientAddresses.key(address));
    if (wait != null) {
      return CompletableFuture.completedFuture(reject(Limits.problem(Limit.CONNECTIONS, wait)));
    }
    JsonNode token = handshake.auth().get("token");
    try {
      return CompletableFuture.supplyAsync(() -> decide(token), executor);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(reject(Work.refusal()));
    }
  }

  private Admission decide(@org.jspecify.annotations.Nullable JsonNode token) {
    try {
      if (token == null || !token.isTextual() || token.textValue().isBlank()) {
        throw new ProblemException(
            ProblemType.UNAUTHENTICATED, "Sign in first: the token is missing.");
      }
      String text = token.textValue();
      Principal principal = authenticator.authenticate(text);
      Pass pass =
          new Pass(
              text, principal, TokenExpiry.of(text), conversationsOf.apply(principal.userId()));
      return new Admission.Accept(socket -> admit.accept(socket, pass));
    } catch (ProblemException e) {
      return reject(e.problem());
    } catch (RuntimeException e) {
      String incident = Ids.newId();
      LOG.error("incident {}: a handshake failed", incident, e);
      return reject(
          Problem.of(ProblemType.INTERNAL, "Something went wrong here. It was noted.")
              .withInstance(incident));
    }
  }

  private static Admission reject(Problem problem) {
    return new Admission.Reject(problem.problemType().slug(), problem);
  }
}
