package dev.windowshop.protocol;

import java.util.Map;

/// The one exception that carries a [Problem] to whoever asked.
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.detail() == null ? problem.title() : problem.detail());
    this.problem = problem;
  }

  public ProblemException(ProblemType type, String detail) {
    this(Problem.of(type, detail));
  }

  /// A 422 that names one field.
  public static ProblemException invalid(String field, String why) {
    return new ProblemException(
        Problem.of(ProblemType.INVALID, field + " " + why + ".").withErrors(Map.of(field, why)));
  }

  public static ProblemException notFound(String what) {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such " + what + ".");
  }

  public static ProblemException forbidden(String detail) {
    return new ProblemException(ProblemType.FORBIDDEN, detail);
  }

  public Problem problem() {
    return problem;
  }

  public ProblemType type() {
    return problem.problemType();
  }
}
