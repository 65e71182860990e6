package dev.windowshop.client.account;

import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Signing in.
public final class SignInView implements Page {
  private final Node root;
  private final TextField login;

  /// @param signUp where to make an account instead
  public SignInView(SignInViewModel model, Runnable signUp) {
    Form form = new Form("Welcome back", "Your cart and what you looked at as a guest come along.");
    String demo = model.demoName();
    if (demo != null) {
      Button one = new Button("Be " + demo + ", who shops here", Icons.of(Feather.ZAP));
      one.getStyleClass().addAll("large", "demo-button");
      one.setMaxWidth(Double.MAX_VALUE);
      one.setOnAction(event -> model.submitDemo());
      one.disableProperty().bind(model.busy());
      form.getChildren().add(one);
    }
    login = form.text("User name or email", model.login(), Form.trouble());
    form.password("Password", model.password(), Form.trouble());
    Label trouble = Form.trouble();
    trouble.textProperty().bind(model.trouble());
    Button submit = new Button("Sign in");
    submit.getStyleClass().addAll("primary", "large");
    submit.setMaxWidth(Double.MAX_VALUE);
    submit.setDefaultButton(true);
    submit.setOnAction(event -> model.submit());
    submit.disableProperty().bind(model.busy());
    Label question = new Label("New here?");
    question.getStyleClass().add("t-muted");
    Button other = new Button("Make an account");
    other.getStyleClass().add("link");
    other.setOnAction(event -> signUp.run());
    HBox foot = new HBox(4, question, other);
    foot.setAlignment(Pos.CENTER);
    form.getChildren().addAll(trouble, submit, foot);
    root = form.centered();
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void activate() {
    login.requestFocus();
  }
}
