package dev.windowshop.client.call;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.protocol.CallLink;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/// Into a call by a link: where one is pasted, and what it leads to. On the FX thread.
public final class CallLinkSheets {
  private final CallLinkClient links;
  private final CallService calls;
  private final Sheets sheets;
  private final Supplier<String> self;

  /// @param self the signed-in user's id
  public CallLinkSheets(
      CallLinkClient links, CallService calls, Sheets sheets, Supplier<String> self) {
    this.links = links;
    this.calls = calls;
    this.sheets = sheets;
    this.self = self;
  }

  /// Shows what a link leads to.
  ///
  /// @param trouble told why it leads nowhere
  public void open(String token, Consumer<String> trouble) {
    FxThread.deliver(
        links.preview(token),
        link -> {
          String closed = LinkWords.closed(link, Clock.systemDefaultZone());
          if (closed.isEmpty()) {
            sheets.show(dressed(card(token, link)));
          } else {
            trouble.accept(closed);
          }
        },
        failure -> trouble.accept(why(failure)));
  }

  /// Shows a place for a link.
  public void paste() {
    PasteLinkView[] view = new PasteLinkView[1];
    view[0] = new PasteLinkView(token -> open(token, why -> view[0].say(why)), sheets::close);
    sheets.show(dressed(view[0]));
  }

  static void copy(String token) {
    ClipboardContent content = new ClipboardContent();
    content.putString(KnockLink.to(token));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private Parent card(String token, CallLink link) {
    Room room = currentRoom();
    boolean isIn = room != null && room.callId().equals(link.callId());
    boolean isOwn = link.creator().id().equals(self.get());
    String conversationId = link.conversationId();
    if (isIn || (isOwn && conversationId != null)) {
      return KnockSheet.inside(link, isOwn, sheets::close, () -> copy(token));
    }
    return conversationId == null
        ? KnockSheet.card(link, sheets::close, () -> calls.knockAt(token, link))
        : KnockSheet.member(link, sheets::close, () -> calls.joinRunning(conversationId));
  }

  private @Nullable Room currentRoom() {
    CallState state = calls.state().value();
    return state == null ? null : state.currentRoom();
  }

  private static Parent dressed(Parent sheet) {
    sheet.getStylesheets().add(CallFeature.STYLES);
    return sheet;
  }

  private static String why(Throwable failure) {
    return failure instanceof ProblemException problem && problem.type() == ProblemType.NOT_FOUND
        ? "There is no call behind that link. Look whether it is whole, or ask for another one."
        : Words.of(failure);
  }
}
