package dev.windowshop.protocol;

/// Every kind of refusal, with its HTTP status. The `type` on the wire is stable.
public enum ProblemType {
  MALFORMED_JSON("malformed-json", 400, "The request is not valid JSON"),
  BAD_REQUEST("bad-request", 400, "The request cannot be understood"),
  UNAUTHENTICATED("unauthenticated", 401, "Sign in to do this"),
  TOKEN_INVALID("token-invalid", 401, "The access token is not valid"),
  TOKEN_EXPIRED("token-expired", 401, "The access token has expired"),
  TOKEN_UNKNOWN("token-unknown", 401, "The session has ended"),
  WRONG_CREDENTIALS("wrong-credentials", 401, "The name or the password is wrong"),
  FORBIDDEN("forbidden", 403, "This is not allowed"),
  SUSPENDED("suspended", 403, "This account is suspended"),
  NOT_FOUND("not-found", 404, "There is no such thing"),
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "This route does not take that method"),
  LINK_REQUIRED("link-required", 409, "Link it to the account that is there already"),
  CONFLICT("conflict", 409, "It conflicts with what is there"),
  EDIT_CONFLICT("edit-conflict", 409, "Somebody else changed it meanwhile"),
  RESYNC("resync", 409, "Fetch everything again"),
  IN_PROGRESS("in-progress", 409, "The same request is still running"),
  OUT_OF_STOCK("out-of-stock", 409, "Not enough of it is left"),
  PRICE_CHANGED("price-changed", 409, "The price has changed"),
  BUSY("busy", 409, "They are in another call"),
  CALL_ENDED("call-ended", 409, "The call has ended"),
  TOO_LARGE("too-large", 413, "That is too large"),
  UNSUPPORTED_MEDIA("unsupported-media", 415, "That kind of content is not taken here"),
  RANGE_NOT_SATISFIABLE("range-not-satisfiable", 416, "It is not as long as that"),
  INVALID("invalid", 422, "Something in it is not valid"),
  RATE_LIMITED("rate-limited", 429, "Too many, too quickly"),
  INTERNAL("internal", 500, "Something went wrong here"),
  UNAVAILABLE("unavailable", 503, "The relay cannot do this right now"),
  STORAGE_FULL("storage-full", 507, "There is no room left"),
  UNKNOWN("unknown", 500, "Something went wrong");

  private static final String PREFIX = "urn:windowshop:problem:";

  private final String slug;
  private final int status;
  private final String title;

  ProblemType(String slug, int status, String title) {
    this.slug = slug;
    this.status = status;
    this.title = title;
  }

  public String slug() {
    return slug;
  }

  public String uri() {
    return PREFIX + slug;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /// The type with this `type` on the wire; [#UNKNOWN] for one that is newer than we are.
  public static ProblemType ofUri(String uri) {
    for (ProblemType type : values()) {
      if (type.uri().equals(uri)) {
        return type;
      }
    }
    return UNKNOWN;
  }
}
