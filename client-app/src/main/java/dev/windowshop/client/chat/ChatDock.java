package dev.windowshop.client.chat;

import dev.windowshop.client.shell.DockContent;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What the dock holds: the list, a conversation, or the search for somebody to write to.
public final class ChatDock implements DockContent {
  private final ChatContext context;
  private final StackPane root = new StackPane();
  private final ConversationListViewModel listModel;

  /// Made when the dock is first looked into.
  private @Nullable ConversationListView list;

  private @Nullable ConversationView conversation;
  private @Nullable GroupView group;

  /// Where Escape leads; nowhere from the list.
  private @Nullable Runnable back;

  private boolean inView;

  /// Whether the window is in front: what comes while it is not, nobody has read.
  private boolean lookedAt = true;

  public ChatDock(ChatContext context) {
    this.context = context;
    this.listModel = new ConversationListViewModel(context.chats(), context.ui());
    root.getStyleClass().add("chat");
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          Runnable way = back;
          if (event.getCode() == KeyCode.ESCAPE && way != null) {
            event.consume();
            way.run();
          }
        });
  }

  /// Messages not read yet, over all conversations.
  public ReadOnlyIntegerProperty unread() {
    return listModel.unread();
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void showList() {
    leave();
    back = null;
    root.getChildren().setAll(list());
  }

  private ConversationListView list() {
    ConversationListView shown = list;
    if (shown == null) {
      shown =
          new ConversationListView(
              listModel,
              context,
              this::showConversation,
              this::showNew,
              this::showNewGroup,
              this::showSearch);
      list = shown;
    }
    return shown;
  }

  @Override
  public void showConversation(String conversationId) {
    back = this::showList;
    ConversationView shown = conversation;
    if (shown == null || !shown.id().equals(conversationId)) {
      leave();
      shown =
          new ConversationView(
              new ConversationViewModel(conversationId, context.chats(), context.ui()),
              context,
              this::showList,
              () -> showGroup(conversationId));
      conversation = shown;
      root.getChildren().setAll(shown);
    }
    shown.setLookedAt(lookedAt);
    shown.setSeen(inView);
    shown.focusComposer();
  }

  private void showNew() {
    leave();
    back = this::showList;
    NewConversationView view =
        new NewConversationView(
            new NewConversationViewModel(context.chats(), context.ui()),
            context,
            this::showConversation,
            this::showList);
    root.getChildren().setAll(view);
    view.focusSearch();
  }

  private void showNewGroup() {
    leave();
    back = this::showList;
    NewGroupView view = new NewGroupView(context, this::showConversation, this::showList);
    root.getChildren().setAll(view);
    view.focusName();
  }

  /// Looks for messages in all conversations.
  public void showSearch() {
    leave();
    back = this::showList;
    MessageSearchView view =
        new MessageSearchView(
            context, hit -> showMessage(hit.conversationId(), hit.seq()), this::showList);
    root.getChildren().setAll(view);
    view.focusField();
  }

  /// Opens a conversation where a message stands.
  public void showMessage(String conversationId, long seq) {
    showConversation(conversationId);
    ConversationView shown = conversation;
    if (shown != null) {
      shown.model().jump(seq);
    }
  }

  /// The page of a group.
  public void showGroup(String conversationId) {
    leave();
    GroupView view =
        new GroupView(
            new GroupViewModel(
                conversationId,
                context.chats(),
                context.forAll(),
                context.ui(),
                context.notices()::show),
            context,
            () -> showConversation(conversationId));
    back = () -> showConversation(conversationId);
    group = view;
    root.getChildren().setAll(view);
  }

  /// Whether somebody looks at this conversation now.
  public boolean isSeen(String conversationId) {
    ConversationView shown = conversation;
    return inView && lookedAt && shown != null && shown.id().equals(conversationId);
  }

  /// Lets one write on in a conversation.
  ///
  /// @return false when it is not shown, or nothing can be written in it
  public boolean focusComposer(String conversationId) {
    ConversationView shown = conversation;
    if (!inView || shown == null || !shown.id().equals(conversationId) || !shown.canWrite()) {
      return false;
    }
    shown.focusComposer();
    return true;
  }

  /// Told by the window: whether it is in front.
  public void setLookedAt(boolean looked) {
    lookedAt = looked;
    if (conversation != null) {
      conversation.setLookedAt(looked);
    }
  }

  /// What waits to be read, the latest first.
  public ReadOnlyObjectProperty<List<Tile>> waiting() {
    return listModel.waiting();
  }

  private void leave() {
    if (group != null) {
      group.close();
      group = null;
    }
    if (conversation != null) {
      conversation.close();
      conversation = null;
    }
  }

  @Override
  public void activate() {
    inView = true;
    if (root.getChildren().isEmpty()) {
      showList();
    }
    if (conversation != null) {
      conversation.setSeen(true);
      // What was not visible yet could not take the focus.
      conversation.focusComposer();
    }
  }

  @Override
  public void deactivate() {
    inView = false;
    if (conversation != null) {
      conversation.setSeen(false);
    }
  }
}
