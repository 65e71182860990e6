package dev.windowshop.bench;

import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Sheets;
import javafx.scene.Node;

/// Notes and cards are not what is measured.
public record Silent() implements Notices, Sheets {
  @Override
  public void show(String text) {}

  @Override
  public void show(String text, String action, Runnable run) {}

  @Override
  public void show(Node card, Runnable closed) {}

  @Override
  public void fill(Node content, Runnable closed) {}

  @Override
  public void close() {}
}
