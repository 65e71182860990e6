package dev.windowshop.client.account;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A new password for one that was forgotten, in two steps.
final class ForgotForm extends Form {
  private final ForgotViewModel model;
  private final Runnable back;
  private final int head;

  /// @param back to signing in
  ForgotForm(ForgotViewModel model, Runnable back) {
    super("A new password", "We send a code to the email of your account.");
    this.model = model;
    this.back = back;
    this.head = getChildren().size();
    model.sent().subscribe(this::fill);
  }

  private void fill(boolean sent) {
    getChildren().remove(head, getChildren().size());
    Label trouble = Form.trouble();
    if (sent) {
      Label codeTrouble = Form.trouble();
      Label passwordTrouble = Form.trouble();
      Label text =
          SettingsCard.words(
              "If there is an account with "
                  + model.email().get().strip()
                  + ", a code is on its way there. It works once, for an hour.");
      getChildren().add(text);
      text("Code from the mail", model.code(), codeTrouble);
      password("New password, 8 characters or more", model.password(), passwordTrouble);
      model
          .refusals()
          .subscribe(refusals -> {
            codeTrouble.setText(refusals.of("token", "The code"));
            passwordTrouble.setText(refusals.of("password", "The password"));
            trouble.setText(refusals.text());
          });
      getChildren().addAll(trouble, Form.submit("Set it and sign in", model.busy(), model::set));
      foot(Form.link("Send another code", model::send));
    } else {
      Label emailTrouble = Form.trouble();
      text("Email", model.email(), emailTrouble);
      model
          .refusals()
          .subscribe(refusals -> {
            emailTrouble.setText(refusals.of("email", "The email"));
            trouble.setText(refusals.text());
          });
      getChildren().addAll(trouble, Form.submit("Send me a code", model.busy(), model::send));
      foot(null);
    }
  }

  private void foot(javafx.scene.control.@org.jspecify.annotations.Nullable Button other) {
    HBox foot = new HBox(12);
    foot.setAlignment(Pos.CENTER);
    if (other != null) {
      foot.getChildren().add(other);
    }
    foot.getChildren().add(Form.link("Back to signing in", back));
    getChildren().add(foot);
  }
}
