package dev.windowshop.relay.sell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.SellerProduct.Difference;
import java.util.ArrayList;
import java.util.List;

/// What a seller is told whose edit would overwrite another.
final class Conflicts {
  private Conflicts() {}

  static ProblemException of(long yours, long theirs, List<Difference> differences) {
    List<JsonNode> lines = new ArrayList<>();
    lines.add(
        Json.tree(new Difference("version", LongNode.valueOf(theirs), LongNode.valueOf(yours))));
    differences.forEach(one -> lines.add(Json.tree(one)));
    return new ProblemException(
        Problem.of(
                ProblemType.EDIT_CONFLICT,
                "It was changed meanwhile, and nothing of that was overwritten. Look at what"
                    + " differs and save again.")
            .withLines(lines));
  }
}
