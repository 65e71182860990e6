package dev.windowshop.client.account;

import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.protocol.Oidc;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Signing in: by name and password, through a provider, or with a new password.
public final class SignInView implements Page {
  private final SignInViewModel model;
  private final ProviderViewModel providers;
  private final ForgotViewModel forgot;
  private final StackPane middle = new StackPane();
  private final Form form;
  private final Node root;
  private final TextField login;

  /// @param signUp where to make an account instead
  public SignInView(
      SignInViewModel model, ProviderViewModel providers, ForgotViewModel forgot, Runnable signUp) {
    this.model = model;
    this.providers = providers;
    this.forgot = forgot;
    form = new Form("Welcome back", "Your cart and what you looked at as a guest come along.");
    demo();
    providerButtons();
    login = form.text("User name or email", model.login(), Form.trouble());
    form.password("Password", model.password(), Form.trouble());
    Button forgotten = Form.link("Forgot your password?", this::forget);
    HBox beside = new HBox(forgotten);
    beside.setAlignment(Pos.CENTER_RIGHT);
    Label trouble = Form.trouble();
    trouble.textProperty().bind(model.trouble());
    Label question = new Label("New here?");
    question.getStyleClass().add("t-muted");
    HBox foot = new HBox(4, question, Form.link("Make an account", signUp));
    foot.setAlignment(Pos.CENTER);
    form.getChildren()
        .addAll(beside, trouble, Form.submit("Sign in", model.busy(), model::submit), foot);
    root = Form.page(middle);
    providers.step().subscribe(this::show);
  }

  private void demo() {
    String demo = model.demoName();
    if (demo != null) {
      Button one = new Button("Be " + demo + ", who shops here", Icons.of(Feather.ZAP));
      one.getStyleClass().addAll("large", "demo-button");
      one.setMaxWidth(Double.MAX_VALUE);
      one.setOnAction(event -> model.submitDemo());
      one.disableProperty().bind(model.busy());
      form.getChildren().add(one);
    }
  }

  /// None, and no room for them, where the relay knows none.
  private void providerButtons() {
    VBox buttons = new VBox(8);
    Label trouble = Form.trouble();
    trouble.textProperty().bind(providers.trouble());
    HBox or = new HBox(12, line(), words("or"), line());
    or.setAlignment(Pos.CENTER);
    VBox all = new VBox(12, buttons, trouble, or);
    providers
        .providers()
        .addListener((ListChangeListener<Oidc.Provider>) change -> fill(all, buttons));
    fill(all, buttons);
    form.getChildren().add(all);
  }

  private void fill(VBox all, VBox buttons) {
    buttons.getChildren().clear();
    for (Oidc.Provider provider : providers.providers()) {
      Button button =
          new Button("Continue with " + provider.name(), Icons.of(Feather.EXTERNAL_LINK));
      button.getStyleClass().add("large");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setOnAction(event -> providers.choose(provider));
      buttons.getChildren().add(button);
    }
    boolean any = !buttons.getChildren().isEmpty();
    all.setVisible(any);
    all.setManaged(any);
  }

  private static Region line() {
    Region line = new Region();
    line.getStyleClass().add("form-line");
    HBox.setHgrow(line, Priority.ALWAYS);
    return line;
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("t-muted");
    return label;
  }

  private void show(ProviderViewModel.Step step) {
    middle
        .getChildren()
        .setAll(
            switch (step) {
              case ProviderViewModel.Step.Choosing() -> form;
              case ProviderViewModel.Step.Waiting(String provider) ->
                  ProviderForms.waiting(providers, provider);
              case ProviderViewModel.Step.Linking(String provider, String words) ->
                  ProviderForms.linking(providers, provider, words);
            });
  }

  private void forget() {
    if (forgot.email().get().isEmpty() && model.login().get().contains("@")) {
      forgot.email().set(model.login().get());
    }
    middle.getChildren().setAll(new ForgotForm(forgot, () -> show(providers.step().get())));
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void activate() {
    providers.load();
    login.requestFocus();
  }

  /// Whoever looks elsewhere gives up what is under way in the browser.
  @Override
  public void deactivate() {
    providers.cancel();
  }
}
