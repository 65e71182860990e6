package dev.windowshop.client.store;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Text with the catalogue's simple formatting: paragraphs, `- ` lists, `**bold**`.
final class DescriptionView extends VBox {
  DescriptionView() {
    getStyleClass().add("description");
  }

  void show(String text) {
    List<Node> blocks = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (String raw : text.lines().toList()) {
      String line = raw.strip();
      boolean item = line.startsWith("- ");
      if (line.isEmpty() || item) {
        end(paragraph, blocks);
      }
      if (item) {
        blocks.add(item(line.substring(2)));
      } else if (!line.isEmpty()) {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
      }
    }
    end(paragraph, blocks);
    getChildren().setAll(blocks);
  }

  private static void end(StringBuilder paragraph, List<Node> blocks) {
    if (!paragraph.isEmpty()) {
      blocks.add(flow(paragraph.toString()));
      paragraph.setLength(0);
    }
  }

  private static Node item(String text) {
    Region dot = new Region();
    dot.getStyleClass().add("list-dot");
    TextFlow flow = flow(text);
    HBox.setHgrow(flow, Priority.ALWAYS);
    HBox line = new HBox(10, dot, flow);
    line.getStyleClass().add("list-item");
    return line;
  }

  private static TextFlow flow(String text) {
    TextFlow flow = new TextFlow();
    String[] parts = text.split("\\*\\*", -1);
    for (int index = 0; index < parts.length; index++) {
      if (!parts[index].isEmpty()) {
        Text part = new Text(parts[index]);
        part.getStyleClass().add("text-ink");
        if (index % 2 == 1 && index < parts.length - 1) {
          part.getStyleClass().add("t-strong");
        }
        flow.getChildren().add(part);
      }
    }
    return flow;
  }
}
