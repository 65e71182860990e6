package dev.windowshop.client.gallery;

import dev.windowshop.client.account.AccountContext;
import dev.windowshop.client.account.AccountScreens;
import dev.windowshop.client.account.DemoLogin;
import dev.windowshop.client.chat.ChatGallery;
import dev.windowshop.client.chat.StoryDoor;
import dev.windowshop.client.emoji.EmojiCatalogue;
import dev.windowshop.client.emoji.EmojiPictures;
import dev.windowshop.client.moderation.FakeModeration;
import dev.windowshop.client.moderation.ModerationView;
import dev.windowshop.client.moderation.ModerationViewModel;
import dev.windowshop.client.notification.BellView;
import dev.windowshop.client.notification.BellViewModel;
import dev.windowshop.client.notification.FakeNotifications;
import dev.windowshop.client.order.FakeOrders;
import dev.windowshop.client.order.OrderContext;
import dev.windowshop.client.order.OrderScreens;
import dev.windowshop.client.people.FakeAcquaintances;
import dev.windowshop.client.people.FakeOwnSettings;
import dev.windowshop.client.people.PeopleContext;
import dev.windowshop.client.people.PeopleScreens;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.seller.SellerContext;
import dev.windowshop.client.seller.SellerScreens;
import dev.windowshop.client.shell.CallStage;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.shell.Shell;
import dev.windowshop.client.shell.ShellModel;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.store.StoreContext;
import dev.windowshop.client.store.StoreScreens;
import dev.windowshop.client.story.FakeStories;
import dev.windowshop.client.story.StoryContext;
import dev.windowshop.client.story.StoryScreens;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Report;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The real shell and screens over sample data.
public final class GalleryWindow {
  public final SampleShop shop;
  public final SampleSelling selling;
  public final SampleAccounts accounts = new SampleAccounts();
  public final SampleSignIns signIns = new SampleSignIns(accounts);
  public final SampleSafety safety = new SampleSafety(accounts);
  public final Navigator navigator;
  public final ShellModel model = new ShellModel();
  public final Shell shell;
  public final ChatGallery chats;

  private final Pictures pictures =
      new Pictures(SamplePictures::load, ForkJoinPool.commonPool(), FxThread::run);
  public final FakeAcquaintances acquaintances = new FakeAcquaintances();
  public final FakeOwnSettings ownSettings = new FakeOwnSettings();
  public final FakeModeration moderation = new FakeModeration();
  public final FakeOrders orders = new FakeOrders();
  public final SampleAddresses addresses = new SampleAddresses();
  public final dev.windowshop.client.platform.Live<dev.windowshop.client.store.Welcome> welcome =
      new dev.windowshop.client.platform.Live<>(dev.windowshop.client.store.Welcome.GUEST);
  public final SampleWishes wishes = new SampleWishes();
  public final SampleReviews reviews = new SampleReviews();
  public final FakeNotifications notifications = new FakeNotifications();
  public final FakeStories stories = new FakeStories();
  public final StoryScreens storyScreens;
  private final LateNotices lateNotices = new LateNotices();
  private final StoreScreens screens;
  private final OrderScreens orderScreens;
  private final AccountScreens account;

  public GalleryWindow(SampleShop shop, Destination start, Theme theme) {
    this.shop = shop;
    this.selling = new SampleSelling(shop);
    navigator = new Navigator(start);
    LateNotices notices = lateNotices;
    SimpleBooleanProperty signedIn = new SimpleBooleanProperty();
    Consumer<Product> ask = product -> notices.show("A conversation about " + product.title());
    StoreContext context =
        new StoreContext(
            shop,
            shop,
            wishes,
            reviews,
            pictures,
            navigator,
            notices,
            lateSheets(),
            ask,
            shopId -> notices.show("A conversation with the shop"),
            this::reportProduct,
            product -> notices.show("It's in the conversation."),
            seller ->
                new dev.windowshop.client.platform.Live<>(
                    dev.windowshop.protocol.PresenceStatus.ONLINE),
            signedIn,
            welcome,
            FxThread::run);
    screens = new StoreScreens(context);
    orderScreens =
        new OrderScreens(
            new OrderContext(
                orders,
                shop,
                addresses,
                pictures,
                navigator,
                notices,
                signedIn,
                page -> {},
                FxThread::run));
    account =
        new AccountScreens(
            new AccountContext(
                accounts,
                signIns,
                safety,
                new DemoLogin("Maya", "maya", "walking"),
                navigator,
                theme,
                pictures,
                "http://127.0.0.1:8480",
                FxThread::run),
            () -> people().settings());
    storyScreens =
        new StoryScreens(
            new StoryContext(
                stories,
                pictures,
                new EmojiPictures(EmojiCatalogue.load()),
                lateSheets(),
                notices,
                new dev.windowshop.client.video.VideoDesk(Runnable::run),
                dev.windowshop.client.video.Posters.NONE,
                _ -> {},
                FxThread::run));
    chats =
        new ChatGallery(
            pictures,
            lateSheets(),
            notices,
            new StoryDoor(
                () ->
                    storyScreens.rings(
                        () -> "Ana Beltrán", new javafx.beans.property.SimpleStringProperty("")),
                storyScreens::openStory,
                storyScreens::said),
            FxThread::run);
    shell = new Shell(model, navigator, this::page, chats.dock(), new NoCall(), theme, pictures);
    notices.target = shell.notices();
    BellViewModel bell =
        new BellViewModel(
            notifications,
            () -> true,
            one -> notices.show(one.id()),
            InstantSource.system(),
            java.time.ZoneId.systemDefault(),
            FxThread::run);
    model.missedCount().bind(bell.unread());
    SimpleBooleanProperty quiet = new SimpleBooleanProperty();
    model
        .bell()
        .set(beside -> {
          BellView view = new BellView(bell, pictures, quiet, () -> {}, shell.popovers()::close);
          shell.popovers().show(view, beside, view::stop);
        });
    shop.cart().observe(contents -> FxThread.run(() -> model.cartCount().set(contents.count())));
    accounts
        .account()
        .observe(account ->
            FxThread.run(() -> {
              boolean in = account.userId() != null;
              signedIn.set(in);
              model.signedIn().set(in);
              model.accountName().set(in ? "Maya Lindqvist" : "");
            }));
  }

  private Page page(Destination destination) {
    return switch (destination) {
      case Destination.Home home -> screens.home();
      case Destination.ForYou forYou -> screens.forYou();
      case Destination.Search search -> screens.search(search);
      case Destination.ProductPage product -> screens.product(product);
      case Destination.Wishlist wishes -> screens.wishlist();
      case Destination.Cart cart -> screens.cart();
      case Destination.Checkout checkout -> orderScreens.checkout();
      case Destination.Orders all -> orderScreens.orders();
      case Destination.OrderPage order -> orderScreens.order(order);
      case Destination.Transactions money -> orderScreens.transactions();
      case Destination.ShopPage shopPage -> screens.shop(shopPage);
      case Destination.Sell desk -> seller().sell(desk);
      case Destination.EditProduct product -> seller().editor(product);
      case Destination.Calls calls -> calls();
      case Destination.People contacts -> people().people();
      case Destination.Moderation queue ->
          new ModerationView(
              new ModerationViewModel(moderation, FxThread::run, InstantSource.system()));
      case Destination.Settings settings -> account.settings();
      case Destination.SignIn signIn -> account.signIn(signIn);
      case Destination.SignUp signUp -> account.signUp(signUp);
    };
  }

  private SellerScreens seller() {
    return new SellerScreens(
        new SellerContext(
            selling,
            shop,
            pictures,
            navigator,
            lateNotices,
            lateSheets(),
            model.signedIn(),
            Pane::new,
            new SimpleIntegerProperty(),
            FxThread::run));
  }

  /// Screens about people; made after the shell, whose sheets they use.
  public PeopleScreens people() {
    return new PeopleScreens(
        new PeopleContext(
            accounts,
            acquaintances,
            ownSettings,
            pictures,
            navigator,
            lateSheets(),
            lateNotices,
            id -> CompletableFuture.completedFuture("chat-" + id),
            conversation -> shell.dock().openConversation(conversation),
            (conversation, media) -> {},
            FxThread::run));
  }

  /// The sheets of a shell that is made after what uses them.
  private Sheets lateSheets() {
    return new Sheets() {
      @Override
      public void show(Node card, Runnable closed) {
        shell.sheets().show(card, closed);
      }

      @Override
      public void fill(Node content, Runnable closed) {
        shell.sheets().fill(content, closed);
      }

      @Override
      public void close() {
        shell.sheets().close();
      }
    };
  }

  private void reportProduct(Product product) {
    people().report(Report.Kind.PRODUCT, product.id());
  }

  private Page calls() {
    Node empty =
        new EmptyState(
            Feather.PHONE,
            "No calls yet",
            "Call somebody from a conversation; the shop stays beside you.",
            "Open chats",
            () -> shell.dock().openList());
    return () -> empty;
  }

  /// The notices of a shell that is made after what uses them.
  private static final class LateNotices implements dev.windowshop.client.shell.Notices {
    private dev.windowshop.client.shell.@org.jspecify.annotations.Nullable Notices target;

    @Override
    public void show(String text) {
      if (target != null) {
        target.show(text);
      }
    }

    @Override
    public void show(String text, String action, Runnable run) {
      if (target != null) {
        target.show(text, action, run);
      }
    }
  }

  private static final class NoCall implements CallStage {
    @Override
    public Node bars() {
      return new Region();
    }

    private final SimpleBooleanProperty no = new SimpleBooleanProperty();

    @Override
    public Node tiles() {
      return new Pane();
    }

    @Override
    public ReadOnlyBooleanProperty active() {
      return no;
    }

    @Override
    public Node ringingCard() {
      return new Pane();
    }

    @Override
    public ReadOnlyBooleanProperty ringing() {
      return no;
    }
  }
}
