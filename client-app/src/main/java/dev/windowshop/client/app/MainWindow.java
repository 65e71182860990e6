package dev.windowshop.client.app;

import dev.windowshop.client.account.Account;
import dev.windowshop.client.account.AccountContext;
import dev.windowshop.client.account.AccountScreens;
import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.account.DemoLogin;
import dev.windowshop.client.account.SafetyService;
import dev.windowshop.client.account.SettingsSection;
import dev.windowshop.client.account.SignInService;
import dev.windowshop.client.account.SystemBrowser;
import dev.windowshop.client.call.CallFeature;
import dev.windowshop.client.call.RelayPeople;
import dev.windowshop.client.cards.StoreCards;
import dev.windowshop.client.chat.CallDoor;
import dev.windowshop.client.chat.ChatContext;
import dev.windowshop.client.chat.ChatDock;
import dev.windowshop.client.chat.ChatMedia;
import dev.windowshop.client.chat.ConversationListViewModel;
import dev.windowshop.client.chat.ListingInbox;
import dev.windowshop.client.chat.MessageToasts;
import dev.windowshop.client.chat.PeopleDoor;
import dev.windowshop.client.chat.QuickReplyWindow;
import dev.windowshop.client.chat.StoryDoor;
import dev.windowshop.client.chat.SystemProgram;
import dev.windowshop.client.emoji.EmojiCatalogue;
import dev.windowshop.client.emoji.EmojiPictures;
import dev.windowshop.client.emoji.EmojiRecents;
import dev.windowshop.client.moderation.ModerationView;
import dev.windowshop.client.moderation.ModerationViewModel;
import dev.windowshop.client.order.OfferService;
import dev.windowshop.client.order.OfferSheet;
import dev.windowshop.client.order.OrderContext;
import dev.windowshop.client.order.OrderScreens;
import dev.windowshop.client.people.PeopleContext;
import dev.windowshop.client.people.PeopleScreens;
import dev.windowshop.client.people.ThemeFollower;
import dev.windowshop.client.platform.Settings;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.seller.SellerContext;
import dev.windowshop.client.seller.SellerScreens;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Shell;
import dev.windowshop.client.shell.ShellModel;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import dev.windowshop.client.store.InterestsSection;
import dev.windowshop.client.store.KeptSection;
import dev.windowshop.client.store.StoreContext;
import dev.windowshop.client.store.StoreScreens;
import dev.windowshop.client.story.StoryContext;
import dev.windowshop.client.story.StoryScreens;
import dev.windowshop.client.video.VideoDesk;
import dev.windowshop.client.voice.Microphone;
import dev.windowshop.client.voice.Speaker;
import dev.windowshop.client.voice.VoicePlayer;
import dev.windowshop.client.voice.VoiceRecorder;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Participant;
import dev.windowshop.protocol.Report;
import dev.windowshop.protocol.Role;
import dev.windowshop.protocol.User;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Wires the features' screens into the shell. Made and used on the FX thread.
final class MainWindow {
  /// How long somebody may take to sign in at a provider; the relay waits for ten minutes.
  private static final Duration BROWSER_PATIENCE = Duration.ofMinutes(9);

  private static final String THEME = "theme";
  private static final String RECENT_EMOJI = "recentEmoji";
  private static final String VIDEOS_MUTED = "videosMuted";

  /// Of the features.
  static final List<String> STYLESHEETS =
      List.of(
          "/dev/windowshop/client/chat/chat.css",
          "/dev/windowshop/client/story/story.css",
          "/dev/windowshop/client/notification/bell.css");

  private final Services services;
  private final ShellModel model = new ShellModel();
  private final Navigator navigator = new Navigator(new Destination.Home());
  private final LateShell late = new LateShell();
  private final ChatMedia media;
  private final CallFeature calls;
  private final PeopleScreens screens;
  private final AccountMenu menu;
  private final AppWindow window;
  private final Links links;
  private final ShopTalks talks;
  private final ShellNews news;
  private final ThisComputer computer;

  MainWindow(Services services, @Nullable DemoLogin demo, Runnable closed) {
    this.services = services;
    ClientCore core = services.core();
    Theme theme = theme(core.settings());
    computer = new ThisComputer(core, late, navigator, this::bringUp, () -> window().close());
    links = new Links(services, model, navigator, late, this::self, this::people);
    talks = new ShopTalks(services, model, navigator, late);
    CompletableFuture<EmojiCatalogue> emoji =
        CompletableFuture.supplyAsync(EmojiCatalogue::load, core.workers().cpu());
    media =
        new ChatMedia(
            new EmojiPictures(emoji::join),
            new EmojiRecents(
                () -> core.settings().text(RECENT_EMOJI),
                latest -> core.settings().set(RECENT_EMOJI, latest)),
            new VoicePlayer(Speaker.system()),
            new VoiceRecorder(Microphone.system()),
            new VideoDesk(core.workers().cpu()),
            services.posters());
    media.videos().muted().set(core.settings().flag(VIDEOS_MUTED, false));
    media.videos().muted().subscribe(muted -> core.settings().set(VIDEOS_MUTED, muted));
    Pictures pictures =
        new Pictures(services.store().images()::load, core.workers().cpu(), FxThread::run);
    RelayPeople people = new RelayPeople(core.relay(), core.workers());
    services.chat().conversations().observe(all -> people.know(peopleOf(all)));
    calls =
        new CallFeature(
            services.calls(),
            services.callHistory(),
            links.calls(),
            late,
            people,
            new TalksForCalls(services.chat()).reach(),
            this::self,
            this::mayEndCalls,
            core.settings(),
            theme::install,
            pictures,
            media.emoji(),
            core.workers());
    CallPicks picks =
        new CallPicks(
            services.store().catalog().interests(),
            pictures,
            product -> navigator.go(new Destination.ProductPage(product)));
    calls.below(picks.node());
    services.calls().state().observe(now -> FxThread.run(() -> picks.callIs(now)));
    screens =
        new PeopleScreens(
            new PeopleContext(
                core.account(),
                services.people().acquaintances(),
                services.people().settings(),
                pictures,
                navigator,
                late,
                late,
                services.chat()::openDirect,
                conversation -> late.dock().openConversation(conversation),
                services.calls()::call,
                FxThread::run));
    menu =
        new AccountMenu(model, navigator, late, services.people().acquaintances(), FxThread::run);
    news = new ShellNews(services, model, late, menu, this::signedIn);
    new ThemeFollower(theme.mode(), services.people().settings(), FxThread::run);
    ChatDock dock = new ChatDock(chatContext(pictures));
    calls.leaveFocusTo(dock::focusComposer);
    ConversationListViewModel questions =
        ConversationListViewModel.ofListings(services.chat(), FxThread::run);
    Pages pages =
        new Pages(
            new StoreScreens(storeContext(pictures)),
            new OrderScreens(
                new OrderContext(
                    services.orders(),
                    services.store().cart(),
                    services.addresses(),
                    pictures,
                    navigator,
                    late,
                    model.signedIn(),
                    links::payPage,
                    FxThread::run)),
            new SellerScreens(
                new SellerContext(
                    services.selling(),
                    services.store().catalog(),
                    pictures,
                    navigator,
                    late,
                    late,
                    model.signedIn(),
                    () ->
                        new ListingInbox(
                            questions,
                            pictures,
                            conversation -> late.dock().openConversation(conversation)),
                    questions.unread(),
                    FxThread::run)),
            new AccountScreens(
                new AccountContext(
                    core.account(),
                    new SignInService(
                        core.relay(),
                        core.workers(),
                        core.account(),
                        new SystemBrowser(),
                        BROWSER_PATIENCE),
                    new SafetyService(core.relay(), core.workers(), core.account()),
                    demo,
                    navigator,
                    theme,
                    pictures,
                    core.relay().address().base(),
                    FxThread::run),
                () -> sections(screens.settings())),
            screens,
            () ->
                new ModerationView(
                    new ModerationViewModel(
                        services.people().moderation(), FxThread::run, InstantSource.system())),
            () ->
                calls.historyPage(
                    conversation -> late.dock().openConversation(conversation),
                    links.callSheets()::paste));
    if (demo != null) {
      model
          .quickSignIn()
          .set(new ShellModel.QuickSignIn("Be " + demo.name(), () -> become(demo, core.account())));
    }
    Shell shell = new Shell(model, navigator, pages, dock, calls, theme, pictures);
    late.become(shell);
    shell.openLinks(links::follow);
    new IdleReports(core.socket(), core.workers()).watch(shell.root());
    model.unreadCount().bind(dock.unread());
    QuickReplyWindow quick =
        new QuickReplyWindow(
            services.chat(),
            pictures,
            theme,
            conversation -> {
              bringUp();
              late.dock().openConversation(conversation);
            },
            FxThread::run);
    Notices notices =
        computer.awayNotices(
            pictures,
            this::isLookedAt,
            news::mayBeHeard,
            this::bringUp,
            notice -> quick.show(notice.about()));
    MessageToasts toasts =
        new MessageToasts(
            services.chat(),
            news::wanted,
            notices,
            conversation -> late.dock().openConversation(conversation),
            dock::isSeen,
            FxThread::run,
            InstantSource.system());
    toasts.listen(services.chat()::onMessage, services.chat()::onRewritten);
    new BellDoor(
        services, model, navigator, shell, notices, dock, pictures, () -> news.wanted().preview());
    services.chat().actions().onRefused(why -> FxThread.run(() -> late.show(why)));
    services.chat().later().onFailed(message -> FxThread.run(() -> late.show(message.failure())));
    news.listen();
    computer.start();
    window =
        new AppWindow(
            shell,
            theme,
            core.settings(),
            () -> services.store().catalog().home().value() != null,
            () -> {
              computer.stop();
              media.videos().close();
              closed.run();
            });
    window.whileLookedAt(dock::setLookedAt);
    dock.waiting().subscribe(now -> computer.setWaiting(now, news.wanted().preview(), quick::show));
    model
        .unreadCount()
        .subscribe(count -> {
          window.setUnread(count.intValue());
          computer.setUnread(count.intValue());
        });
  }

  private ChatContext chatContext(Pictures pictures) {
    return new ChatContext(
        services.chat(),
        pictures,
        media,
        new StoreCards(
            services.store().catalog(),
            services.orders(),
            services.selling(),
            pictures,
            navigator,
            new OfferSheet.Parts(
                new OfferService(
                    services.core().relay(), services.orders(), services.core().workers()),
                services.orders(),
                services.addresses(),
                late,
                late,
                navigator,
                links::payPage,
                FxThread::run),
            new TalksOfChat(services.chat()),
            FxThread::run),
        late,
        late,
        () -> late.dock().close(),
        product -> navigator.go(new Destination.ProductPage(product)),
        new CallDoor(services.calls()::call, services.calls()::joinRunning, calls.running()),
        services.store().catalog().interests()::forGroup,
        () -> navigator.go(new Destination.SignIn(null)),
        new PeopleDoor(screens::openCard, message -> screens.report(Report.Kind.MESSAGE, message)),
        stories(pictures),
        links::follow,
        FxThread::run);
  }

  /// The owner and the admins of a group do.
  private boolean mayEndCalls(String conversationId) {
    List<Conversation> all = services.chat().conversations().value();
    return all != null
        && all.stream()
            .filter(one -> one.id().equals(conversationId) && one.kind() == ConversationKind.GROUP)
            .flatMap(one -> one.participants().stream())
            .anyMatch(one -> one.user().id().equals(self()) && one.role() != Role.MEMBER);
  }

  /// Statuses over the list of conversations.
  private StoryDoor stories(Pictures pictures) {
    services.stories().onGone(url -> FxThread.run(() -> pictures.forget(url)));
    StoryScreens all =
        new StoryScreens(
            new StoryContext(
                services.stories(),
                pictures,
                media.emoji(),
                late,
                late,
                media.videos(),
                media.posters(),
                file ->
                    services.core().workers().io().execute(() -> new SystemProgram().accept(file)),
                FxThread::run));
    return new StoryDoor(
        () -> all.rings(() -> model.accountName().get(), model.accountPicture()),
        all::openStory,
        all::said);
  }

  /// What a second start, or the system, wants to be shown; empty for the window itself.
  void visit(String word) {
    window.toFront();
    links.visit(word);
  }

  /// What waited for an account.
  private void signedIn() {
    links.signedIn();
    talks.signedIn();
  }

  private StoreContext storeContext(Pictures pictures) {
    return new StoreContext(
        services.store().catalog(),
        services.store().cart(),
        services.store().wishes(),
        services.store().reviews(),
        pictures,
        navigator,
        late,
        late,
        talks::askSeller,
        talks::askShop,
        product -> screens.report(Report.Kind.PRODUCT, product.id()),
        new Sharing(services.chat(), services.store().catalog(), pictures, late, late, late::dock)
            ::share,
        new SellerPresence(services.chat(), services.people().acquaintances())::of,
        model.signedIn(),
        new Welcoming(services).welcome(),
        FxThread::run);
  }

  /// The people's sections, and what is remembered of what one likes.
  private List<SettingsSection> sections(List<SettingsSection> others) {
    List<SettingsSection> all = new ArrayList<>();
    all.add(new InterestsSection(services.store().catalog(), late, FxThread::run));
    all.addAll(others);
    all.add(new KeptSection(services.store().images(), services.core().settings()));
    all.add(new ChoiceSection(Choice.LINK_PREVIEWS, services.core().settings()));
    all.add(new ChoiceSection(Choice.FORGETTING, services.core().settings()));
    all.addAll(computer.sections(window()::close));
    return all;
  }

  void show() {
    window.show();
  }

  private boolean isLookedAt() {
    return window.isLookedAt();
  }

  private void bringUp() {
    window.toFront();
  }

  AppWindow window() {
    return window;
  }

  void go(Destination destination) {
    navigator.go(destination);
  }

  void openConversation(String conversation) {
    late.dock().openConversation(conversation);
  }

  private PeopleScreens people() {
    return screens;
  }

  private static List<User> peopleOf(List<Conversation> conversations) {
    return conversations.stream()
        .flatMap(conversation -> conversation.participants().stream())
        .map(Participant::user)
        .toList();
  }

  /// The sign-in page says what is wrong, if anything is.
  private void become(DemoLogin demo, AccountService account) {
    account
        .signIn(demo.login(), demo.password())
        .whenComplete((me, failure) -> {
          if (failure != null) {
            FxThread.run(() -> navigator.go(new Destination.SignIn(null)));
          }
        });
  }

  private String self() {
    Account account = services.core().account().account().value();
    String id = account == null ? null : account.userId();
    return id == null ? "" : id;
  }

  private static Theme theme(Settings settings) {
    ThemeMode start = ThemeMode.SYSTEM;
    for (ThemeMode mode : ThemeMode.values()) {
      if (mode.name().equals(settings.text(THEME))) {
        start = mode;
      }
    }
    Theme theme = new Theme(start, STYLESHEETS);
    theme.mode().subscribe((before, now) -> settings.set(THEME, now.name()));
    return theme;
  }
}
