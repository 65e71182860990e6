package dev.windowshop.client.store;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.protocol.Product;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The first page: for a guest the shop's window, for somebody who is known what waits for them and
/// what is picked for them; then the whole shop.
public final class HomeView implements Page {
  private final HomeViewModel model;
  private final StackPane root = new StackPane();
  private final SeenWatch seen;

  public HomeView(HomeViewModel model, StoreContext context) {
    this.model = model;
    StoreActions actions = new StoreActions(context);
    var navigator = context.navigator();
    VBox content = new VBox();
    content.getStyleClass().addAll("page", "home");
    PageScroll scroll = new PageScroll(content);
    HeroView hero =
        new HeroView(
            model.trending(),
            context.pictures(),
            actions::open,
            () -> navigator.go(Destination.Search.everything()),
            () -> navigator.go(new Destination.ForYou()));
    CardCells cards = new CardCells(context.pictures(), actions);
    CardCells personal = new CardCells(context.pictures(), StoreActions.personal(context));
    Shelf<Product> because = new Shelf<>("", model.because(), personal, model.loaded());
    because.heading().textProperty().bind(model.becauseTitle());
    Shelf<Product> forYou =
        new Shelf<>("For you", model.forYou(), personal, model.loaded())
            .withAction("See all", () -> navigator.go(new Destination.ForYou()));
    forYou.note().textProperty().bind(ForYouView.note(context.signedIn()));
    Shelf<Product> trending =
        new Shelf<>("Everyone's looking at", model.trending(), cards, model.loaded());
    Shelf<Product> newest = new Shelf<>("Just in", model.newest(), cards, model.loaded());
    seen =
        new SeenWatch(scroll, context.catalog().interests())
            .row("trending", trending, model.trending())
            .row("just-in", newest, model.newest())
            .row("for-you", forYou, model::forYouItems, 0)
            .row("because", because, model::becauseItems, 0);
    Label everything = new Label("The whole shop");
    everything.getStyleClass().add("t-section");
    VBox all =
        new VBox(everything, new CardGrid(model.everything(), context.pictures(), actions, scroll));
    all.getStyleClass().add("shelf");
    Shelf<dev.windowshop.protocol.Category> kinds =
        new Shelf<>(
            "Wander by kind",
            model.categories(),
            new CategoryCells(
                context.pictures(),
                category -> navigator.go(Destination.Search.category(category.slug()))),
            model.loaded());
    Shelf<Product> viewed =
        new Shelf<>(
            "Looked at lately",
            model.viewed(),
            new CardCells(context.pictures(), StoreActions.traces(context)),
            model.loaded());
    Shelf<Product> deals =
        new Shelf<>("A little less", model.deals(), cards, model.loaded())
            .withAction("See all", () -> navigator.go(Destination.Search.deals()));
    Shelf<Product> sellers =
        new Shelf<>("From sellers you talked to", model.fromSellers(), cards, model.sellersKnown());
    WelcomeView welcome = new WelcomeView(navigator::go);
    model.welcome().subscribe(welcome::show);
    GuestCard guest =
        new GuestCard(() -> navigator.go(new Destination.SignIn(new Destination.Home())));
    // A guest is shown the shop, somebody who is known what is theirs.
    context
        .signedIn()
        .subscribe(known ->
            content
                .getChildren()
                .setAll(
                    known
                        ? List.of(
                            welcome, forYou, because, viewed, sellers, trending, kinds, newest,
                            deals, all)
                        : List.of(
                            hero, kinds, trending, newest, deals, forYou, because, viewed, guest,
                            all)));
    EmptyState away =
        new EmptyState(
            Feather.CLOUD_OFF,
            "The shop can't be reached",
            "Nothing of it is kept on this machine yet. It shows as soon as the connection is back.",
            "Try again",
            model::retry);
    var nothing = model.loaded().not().and(model.trouble().isNotEmpty());
    away.visibleProperty().bind(nothing);
    scroll.visibleProperty().bind(nothing.not());
    root.getChildren().addAll(scroll, away);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void activate() {
    model.activate();
    seen.activate();
  }

  @Override
  public void deactivate() {
    seen.deactivate();
  }
}
