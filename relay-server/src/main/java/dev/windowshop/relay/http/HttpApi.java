package dev.windowshop.relay.http;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.auth.Authenticator;
import dev.windowshop.relay.auth.Principal;
import dev.windowshop.relay.limit.ClientAddresses;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.stop.Work;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Where features register their routes, and where everything that goes wrong becomes a problem.
///
/// Register before serving; after that it is safe on any thread.
public final class HttpApi {
  /// Largest JSON body taken, bytes.
  public static final long MAX_BODY = 1_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);

  private static final Pattern JSON =
      Pattern.compile("(?i)\\s*application/(?:[\\w.+-]+\\+)?json\\s*(?:;.*)?");

  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

  private static final Pattern REFUSED_ESCAPE = Pattern.compile("(?i)%00|%ED%[AB]");

  /// One registered route.
  public record Route(String method, String path, Access access) {}

  private final Router router;
  private final Executor executor;
  private final Authenticator authenticator;
  private final Limits limits;
  private final HttpEdge edge;
  private final Answers answers;
  private final List<Route> routes = new ArrayList<>();
  private final List<Route> streamed = new ArrayList<>();
  private final Set<String> ownKeys = new HashSet<>();
  private Repeats repeats = (_, _, work) -> work.apply(Ids.newId());
  private final Vertx vertx;

  /// @param executor runs the endpoints, one virtual thread each
  public HttpApi(Vertx vertx, Executor executor, Authenticator authenticator, HttpEdge edge) {
    this.vertx = vertx;
    this.router = Router.router(vertx);
    this.executor = executor;
    this.authenticator = authenticator;
    this.limits = edge.limits();
    this.edge = edge;
    this.answers = new Answers(executor);
    router.route().handler(new FrontDoor(edge)::enter);
    BodyHandler bodies = BodyHandler.create(false).setBodyLimit(MAX_BODY);
    router
        .route()
        .handler(context -> {
          if (isStreamed(context)) {
            context.next();
          } else {
            bodies.handle(context);
          }
        });
    router.route().failureHandler(this::failed);
    router.errorHandler(
        404,
        context ->
            problem(
                context, Problem.of(ProblemType.NOT_FOUND, "There is nothing at this address.")));
    router.errorHandler(405, this::answerOtherMethod);
  }

  public void get(String path, Access access, Endpoint endpoint) {
    route(HttpMethod.GET, path, access, endpoint);
  }

  public void post(String path, Access access, Endpoint endpoint) {
    route(HttpMethod.POST, path, access, endpoint);
  }

  /// As [#post], for what needs an `Idempotency-Key` ([Request#once]).
  public void postKeyed(String path, Access access, Endpoint endpoint) {
    ownKeys.add(path);
    route(HttpMethod.POST, path, access, endpoint);
  }

  /// What looks after `POST`s that come with an `Idempotency-Key`.
  public void repeats(Repeats repeats) {
    this.repeats = repeats;
  }

  public void put(String path, Access access, Endpoint endpoint) {
    route(HttpMethod.PUT, path, access, endpoint);
  }

  public void patch(String path, Access access, Endpoint endpoint) {
    route(HttpMethod.PATCH, path, access, endpoint);
  }

  public void delete(String path, Access access, Endpoint endpoint) {
    route(HttpMethod.DELETE, path, access, endpoint);
  }

  public void head(String path, Access access, Endpoint endpoint) {
    route(HttpMethod.HEAD, path, access, endpoint);
  }

  /// As [#post], for a body of any size: the endpoint reads it while it arrives
  /// ([Request#bodyStream]).
  public void postStream(String path, Access access, Endpoint endpoint) {
    stream(HttpMethod.POST, path, access, endpoint);
  }

  /// As [#patch], for a body of any size.
  public void patchStream(String path, Access access, Endpoint endpoint) {
    stream(HttpMethod.PATCH, path, access, endpoint);
  }

  /// As [#put], for a body of any size.
  public void putStream(String path, Access access, Endpoint endpoint) {
    stream(HttpMethod.PUT, path, access, endpoint);
  }

  public List<Route> routes() {
    return List.copyOf(routes);
  }

  public void handle(HttpServerRequest request) {
    if (BROKEN_ESCAPE.matcher(request.uri()).find()) {
      Answers.problem(
          request.response(),
          Problem.of(ProblemType.BAD_REQUEST, "The address holds a broken % escape."));
      return;
    }
    if (REFUSED_ESCAPE.matcher(request.uri()).find()) {
      Answers.problem(
          request.response(),
          Problem.of(ProblemType.INVALID, "The address holds U+0000 or a lone surrogate."));
      return;
    }
    router.handle(request);
  }

  private void route(HttpMethod method, String path, Access access, Endpoint endpoint) {
    routes.add(new Route(method.name(), path, access));
    router.route(method, path).handler(context -> begin(context, path, access, endpoint));
    if (method.equals(HttpMethod.GET)) {
      // Whatever is read can be asked about; some routes have a shorter way to answer that.
      router
          .route(HttpMethod.HEAD, path)
          .handler(context -> {
            if (isRegistered("HEAD", path)) {
              context.next();
            } else {
              begin(context, path, access, endpoint);
            }
          });
    }
  }

  private boolean isRegistered(String method, String path) {
    return routes.stream()
        .anyMatch(route -> route.method().equals(method) && route.path().equals(path));
  }

  private void begin(RoutingContext context, String path, Access access, Endpoint endpoint) {
    FrontDoor.routed(context, path);
    byte[] body =
        context.body().buffer() == null ? new byte[0] : context.body().buffer().getBytes();
    if (body.length > 0 && !isJson(context.request().getHeader("Content-Type"))) {
      problem(
          context,
          Problem.of(ProblemType.UNSUPPORTED_MEDIA, "The body has to be application/json."));
      return;
    }
    try {
      Endpoint keyed = mayRepeat(context, path) ? request -> repeated(request, endpoint) : endpoint;
      executor.execute(() -> run(context, new ByteArrayInputStream(body), access, keyed));
    } catch (RejectedExecutionException e) {
      problem(context, Work.refusal());
    }
  }

  /// Tokens are given out anew, and never kept.
  private boolean mayRepeat(RoutingContext context, String path) {
    return context.request().method().equals(HttpMethod.POST)
        && !ownKeys.contains(path)
        && !path.startsWith(Protocol.API + "/auth/");
  }

  private Response repeated(Request request, Endpoint endpoint) {
    String key = request.header(Protocol.IDEMPOTENCY_HEADER);
    return key == null || request.optionalPrincipal() == null
        ? endpoint.handle(request)
        : repeats.once(request, key, _ -> endpoint.handle(request));
  }

  /// Who does not say what the body is, is believed to send what is taken.
  private static boolean isJson(@Nullable String type) {
    return type == null || JSON.matcher(type).matches();
  }

  private void stream(HttpMethod method, String path, Access access, Endpoint endpoint) {
    Route route = new Route(method.name(), path, access);
    routes.add(route);
    streamed.add(route);
    router
        .route(method, path)
        .handler(context -> {
          FrontDoor.routed(context, path);
          BodyStream body = new BodyStream(context.request(), vertx.getOrCreateContext());
          context.addEndHandler(_ -> body.dropRest());
          try {
            executor.execute(() -> {
              run(context, body, access, endpoint);
            });
          } catch (RejectedExecutionException e) {
            problem(context, Work.refusal());
          }
        });
  }

  private boolean isStreamed(RoutingContext context) {
    String method = context.request().method().name();
    String[] asked = context.normalizedPath().split("/");
    return streamed.stream()
        .anyMatch(
            route -> route.method().equals(method) && matches(route.path().split("/"), asked));
  }

  private void run(RoutingContext context, InputStream body, Access access, Endpoint endpoint) {
    MDC.put("request", FrontDoor.id(context));
    try {
      String address = clientAddress(context.request());
      Principal principal = null;
      if (access == Access.OPERATOR) {
        requireOperator(context.request(), address);
      } else {
        principal = principal(context.request(), address);
      }
      Request request = new Request(context, body, principal, address, limits, repeats);
      if (isCounted(context)) {
        request.count(Limit.REQUESTS);
      }
      if (principal == null && access == Access.USER) {
        throw new ProblemException(ProblemType.UNAUTHENTICATED, "Sign in to do this.");
      }
      answers.answer(context, endpoint.handle(request), principal != null);
    } catch (ProblemException e) {
      problem(context, noted(context, e));
    } catch (RuntimeException | Error e) {
      problem(context, incident(context, e));
    } finally {
      MDC.clear();
    }
  }

  /// What a feature says is wrong at the relay's side has an id as well.
  private static Problem noted(RoutingContext context, ProblemException e) {
    Problem problem = e.problem();
    return problem.status() >= 500 && problem.instance() == null
        ? problem.withInstance(FrontDoor.id(context))
        : problem;
  }

  private void requireOperator(HttpServerRequest request, String address) {
    boolean forwarded =
        request.headers().contains("X-Forwarded-For") || request.headers().contains("Forwarded");
    if (!forwarded && ClientAddresses.isLoopback(address)) {
      return;
    }
    String token = edge.operatorToken();
    String header = request.getHeader("Authorization");
    if (token == null || header == null) {
      throw new ProblemException(
          ProblemType.FORBIDDEN, "This is for whoever runs the relay, on its own machine.");
    }
    byte[] given = header.replaceFirst("(?i)^Bearer +", "").getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(given, token.getBytes(StandardCharsets.UTF_8))) {
      limits.take(Limit.REQUESTS, ClientAddresses.key(address));
      throw new ProblemException(ProblemType.TOKEN_INVALID, "That is not the operator's token.");
    }
  }

  /// Pictures and the relay's own state are not: a page shows many of the one, and the other is
  /// asked for most when all is not well.
  private static boolean isCounted(RoutingContext context) {
    return context.request().path().startsWith(Protocol.API);
  }

  private String clientAddress(HttpServerRequest request) {
    var address = request.remoteAddress();
    return edge.addresses()
        .of(address == null ? "" : address.hostAddress(), request.getHeader("X-Forwarded-For"));
  }

  private @Nullable Principal principal(HttpServerRequest request, String address) {
    String header = request.getHeader("Authorization");
    if (header == null) {
      return null;
    }
    try {
      if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
        throw new ProblemException(ProblemType.TOKEN_INVALID, "Only Bearer tokens are taken.");
      }
      return authenticator.authenticate(header.substring(7).trim());
    } catch (ProblemException e) {
      // A guess at a token counts like anybody's request.
      limits.take(Limit.REQUESTS, ClientAddresses.key(address));
      throw e;
    }
  }

  private void failed(RoutingContext context) {
    Throwable failure = context.failure();
    int status = context.statusCode();
    if (failure instanceof ProblemException e) {
      problem(context, e.problem());
    } else if (status == 413) {
      problem(
          context,
          Problem.of(ProblemType.TOO_LARGE, "A request may hold " + MAX_BODY + " bytes at most."));
    } else if (status >= 400 && status < 500) {
      problem(context, Problem.of(ProblemType.BAD_REQUEST, "The request can't be understood."));
    } else {
      problem(context, incident(context, failure));
    }
  }

  private static Problem incident(RoutingContext context, @Nullable Throwable failure) {
    String incident = FrontDoor.id(context);
    LOG.error(
        "incident {} {} {}",
        incident,
        context.request().method(),
        context.request().path(),
        failure);
    return Problem.of(ProblemType.INTERNAL, "Something went wrong here. It was noted.")
        .withInstance(incident);
  }

  private void answerOtherMethod(RoutingContext context) {
    String[] asked = context.normalizedPath().split("/");
    String allowed =
        routes.stream()
            .filter(route -> matches(route.path().split("/"), asked))
            .map(Route::method)
            .distinct()
            .collect(Collectors.joining(", "));
    String more = allowed.contains("GET") && !allowed.contains("HEAD") ? ", HEAD" : "";
    context.response().putHeader("Allow", allowed + more + ", OPTIONS");
    if (context.request().method().equals(HttpMethod.OPTIONS)) {
      context.response().setStatusCode(204).end();
      return;
    }
    problem(
        context,
        Problem.of(
            ProblemType.METHOD_NOT_ALLOWED,
            "This address takes " + allowed + ", not " + context.request().method() + "."));
  }

  private static boolean matches(String[] route, String[] asked) {
    boolean open = route[route.length - 1].equals("*");
    if (open ? asked.length < route.length : asked.length != route.length) {
      return false;
    }
    for (int i = 0; i < route.length - (open ? 1 : 0); i++) {
      if (!route[i].startsWith(":") && !route[i].equals(asked[i])) {
        return false;
      }
    }
    return true;
  }

  private static void problem(RoutingContext context, Problem problem) {
    Answers.problem(context.response(), problem);
  }
}
