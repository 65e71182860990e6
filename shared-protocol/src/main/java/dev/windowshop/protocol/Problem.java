package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// RFC 9457 problem details, the same on REST and in socket acknowledgements.
///
/// @param detail what happened and what to do, fit to be shown
/// @param instance of a 5xx, the incident's id
/// @param errors of a refused field, why, by the field's path
/// @param retryAfter seconds to wait before trying again
/// @param lines of a refused checkout, what is wrong with which line; of an `edit-conflict`, what
///   differs
/// @param linkToken of `link-required`, what links the proven identity once the password is given
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable String instance,
    @Nullable Map<String, String> errors,
    @Nullable Long retryAfter,
    @Nullable List<JsonNode> lines,
    @Nullable String linkToken) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(ProblemType type, String detail) {
    return new Problem(
        type.uri(), type.title(), type.status(), detail, null, null, null, null, null);
  }

  public Problem withErrors(Map<String, String> fieldErrors) {
    return new Problem(
        type, title, status, detail, instance, fieldErrors, retryAfter, lines, linkToken);
  }

  public Problem withRetryAfter(long seconds) {
    return new Problem(type, title, status, detail, instance, errors, seconds, lines, linkToken);
  }

  public Problem withInstance(String incident) {
    return new Problem(type, title, status, detail, incident, errors, retryAfter, lines, linkToken);
  }

  public Problem withLinkToken(String token) {
    return new Problem(type, title, status, detail, instance, errors, retryAfter, lines, token);
  }

  public Problem withLines(List<JsonNode> refused) {
    return new Problem(
        type, title, status, detail, instance, errors, retryAfter, refused, linkToken);
  }

  public ProblemType problemType() {
    return ProblemType.ofUri(type);
  }

  /// Without the link token, which is a secret.
  @Override
  public String toString() {
    return "Problem[" + type + ", " + status + ", " + detail + ", " + errors + "]";
  }
}
