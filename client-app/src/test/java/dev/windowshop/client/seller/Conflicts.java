package dev.windowshop.client.seller;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.SellerProduct.Difference;
import java.util.List;

/// What the relay says when somebody else saved meanwhile.
public final class Conflicts {
  private Conflicts() {}

  public static ProblemException sample() {
    return new ProblemException(
        Problem.of(ProblemType.EDIT_CONFLICT, "Somebody else changed it meanwhile.")
            .withLines(
                List.of(
                    Json.tree(new Difference("version", Json.tree(9), Json.tree(2))),
                    Json.tree(
                        new Difference(
                            "title",
                            Json.tree("Stoneware mug, large"),
                            Json.tree("Stoneware mug with a thumb rest, glazed by hand"))))));
  }
}
