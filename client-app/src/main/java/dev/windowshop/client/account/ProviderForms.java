package dev.windowshop.client.account;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;

/// What stands in the sign-in form's place while a provider is being asked.
final class ProviderForms {
  private ProviderForms() {}

  static Node waiting(ProviderViewModel model, String provider) {
    Form form =
        new Form(
            "Over to your browser",
            "Sign in at "
                + provider
                + " on the page that has opened. Windowshop goes on by itself"
                + " as soon as you have.");
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("thin");
    bar.setAccessibleText("Waiting for " + provider);
    Label none = new Label("No page?");
    none.getStyleClass().add("t-muted");
    Button copy = Form.link("Copy its address", () -> copy(model.address().get()));
    HBox help = new HBox(4, none, copy);
    help.setAlignment(Pos.CENTER);
    help.visibleProperty().bind(model.address().isNotEmpty());
    Button cancel = new Button("Cancel");
    cancel.getStyleClass().add("large");
    cancel.setMaxWidth(Double.MAX_VALUE);
    cancel.setCancelButton(true);
    cancel.setOnAction(event -> model.cancel());
    form.getChildren().addAll(bar, cancel, help);
    return form;
  }

  static void copy(String address) {
    ClipboardContent content = new ClipboardContent();
    content.putString(address);
    Clipboard.getSystemClipboard().setContent(content);
  }

  static Node linking(ProviderViewModel model, String provider, String words) {
    Form form = new Form("You know us already", words);
    Label trouble = Form.trouble();
    form.password("Password of your account", model.password(), trouble).requestFocus();
    trouble.textProperty().bind(model.trouble());
    HBox foot = new HBox(Form.link("Not now", model::cancel));
    foot.setAlignment(Pos.CENTER);
    form.getChildren()
        .addAll(Form.submit("Link " + provider + " and sign in", model.busy(), model::link), foot);
    return form;
  }
}
