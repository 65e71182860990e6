package dev.windowshop.client.account;

import dev.windowshop.client.shell.Page;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// Making an account.
public final class SignUpView implements Page {
  private final Node root;
  private final TextField first;

  /// @param signIn where to sign in instead
  public SignUpView(SignUpViewModel model, Runnable signIn) {
    Form form =
        new Form(
            "Come on in", "With an account you can ask sellers, call friends and keep a cart.");
    Label nameTrouble = Form.trouble();
    Label usernameTrouble = Form.trouble();
    Label emailTrouble = Form.trouble();
    Label passwordTrouble = Form.trouble();
    Label trouble = Form.trouble();
    first = form.text("What should people call you?", model.displayName(), nameTrouble);
    form.text("User name", model.username(), usernameTrouble);
    form.text("Email", model.email(), emailTrouble);
    form.password("Password, 8 characters or more", model.password(), passwordTrouble);
    model
        .refusals()
        .subscribe(refusals -> {
          nameTrouble.setText(refusals.of("displayName", "The name"));
          usernameTrouble.setText(refusals.of("username", "The user name"));
          emailTrouble.setText(refusals.of("email", "The email"));
          passwordTrouble.setText(refusals.of("password", "The password"));
          trouble.setText(refusals.text());
        });
    Button submit = new Button("Make my account");
    submit.getStyleClass().addAll("primary", "large");
    submit.setMaxWidth(Double.MAX_VALUE);
    submit.setDefaultButton(true);
    submit.setOnAction(event -> model.submit());
    submit.disableProperty().bind(model.busy());
    Label question = new Label("Been here before?");
    question.getStyleClass().add("t-muted");
    Button other = new Button("Sign in");
    other.getStyleClass().add("link");
    other.setOnAction(event -> signIn.run());
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
    first.requestFocus();
  }
}
