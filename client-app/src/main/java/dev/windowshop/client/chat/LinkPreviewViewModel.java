package dev.windowshop.client.chat;

import dev.windowshop.client.preview.LinkPreview;
import dev.windowshop.client.preview.LinkPreviews;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the page behind the first link of what is being written says: looked at once the link
/// stands there for a moment, and dropped with the link, or when it is not wanted.
public final class LinkPreviewViewModel {
  private final LinkPreviews previews;
  private final Executor ui;
  private final Executor settled;
  private final ReadOnlyObjectWrapper<@Nullable LinkPreview> preview =
      new ReadOnlyObjectWrapper<>();
  private final Set<String> unwanted = new HashSet<>();
  private @Nullable String link;

  /// @param settled runs what it is given a moment later
  LinkPreviewViewModel(LinkPreviews previews, Executor ui, Executor settled) {
    this.previews = previews;
    this.ui = ui;
    this.settled = settled;
  }

  public ReadOnlyObjectProperty<@Nullable LinkPreview> preview() {
    return preview.getReadOnlyProperty();
  }

  /// What is written now.
  void written(String text) {
    String now = MessageMarkup.firstWebLink(text);
    if (now != null && unwanted.contains(now)) {
      now = null;
    }
    if (java.util.Objects.equals(now, link)) {
      return;
    }
    link = now;
    forget();
    if (now != null) {
      String asked = now;
      settled.execute(() -> ui.execute(() -> look(asked)));
    }
  }

  private void look(String asked) {
    if (asked.equals(link)) {
      CompletableFuture<Optional<LinkPreview>> looked = previews.of(asked);
      looked.thenAccept(found -> ui.execute(() -> found.ifPresent(one -> found(asked, one))));
    }
  }

  private void found(String asked, LinkPreview one) {
    if (asked.equals(link)) {
      preview.set(one);
    } else {
      delete(one);
    }
  }

  /// The link goes without.
  public void dismiss() {
    if (link != null) {
      unwanted.add(link);
    }
    forget();
  }

  /// For the message that is sent now, which has its picture from here on.
  @Nullable LinkPreview take() {
    LinkPreview taken = preview.get();
    preview.set(null);
    link = null;
    unwanted.clear();
    return taken;
  }

  void close() {
    link = null;
    forget();
  }

  private void forget() {
    LinkPreview old = preview.get();
    preview.set(null);
    if (old != null) {
      delete(old);
    }
  }

  private static void delete(LinkPreview old) {
    if (old.picture() != null) {
      try {
        Files.deleteIfExists(old.picture());
      } catch (IOException e) {
        old.picture().toFile().deleteOnExit();
      }
    }
  }
}
