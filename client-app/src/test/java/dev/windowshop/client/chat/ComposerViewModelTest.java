package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.preview.LinkPreview;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Personal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComposerViewModelTest {
  private final FakeChats chats = new FakeChats();
  private final Message message = Samples.message(4, Samples.ANA, Samples.NOON, "before");

  private ComposerViewModel open() {
    ComposerViewModel model = new ComposerViewModel("chat", chats, Runnable::run);
    model.know(List.of(Samples.BEN, Samples.CLEO), Map.of(message.id(), message));
    return model;
  }

  @Test
  void aDraftComesBackWithWhatItAnswers() {
    try (ComposerViewModel model = open()) {
      model.answer(message);
      model.text().set("because");
    }
    try (ComposerViewModel model = open()) {
      assertEquals("because", model.text().get());
      assertEquals(message, model.answering().get());
      assertTrue(model.send());
      assertEquals(message.id(), chats.drafts.getFirst().replyToId());
      assertNull(model.answering().get());
    }
    assertNull(draft(), "what was sent is no draft any more");
  }

  @Test
  void aLinkIsLookedAtOnceItSettlesAndGoesAlongUnlessItIsNotWanted() {
    List<Runnable> settling = new ArrayList<>();
    List<String> looked = new ArrayList<>();
    chats.previews =
        url -> {
          looked.add(url);
          return CompletableFuture.completedFuture(
              Optional.of(new LinkPreview(url, "A page", null, null, null)));
        };
    try (ComposerViewModel model =
        new ComposerViewModel("chat", chats, Runnable::run, settling::add)) {
      model.text().set("see https://shop.example/a");
      model.text().set("see https://shop.example/ab and this");
      settling.forEach(Runnable::run);
      assertEquals(List.of("https://shop.example/ab"), looked, "what was typed over is not asked");
      LinkPreview shown = Objects.requireNonNull(model.preview().preview().get());
      assertTrue(model.send());
      assertEquals(shown, chats.drafts.getFirst().preview());
      assertNull(model.preview().preview().get());

      settling.clear();
      model.text().set("https://shop.example/b");
      settling.forEach(Runnable::run);
      model.preview().dismiss();
      assertNull(model.preview().preview().get());
      model.text().set("https://shop.example/b again");
      assertEquals(1, settling.size(), "what is not wanted is not asked again");
      model.send();
      assertNull(chats.drafts.get(1).preview());
      model.text().set("no link, windowshop://product/1");
      assertEquals(1, settling.size());
    }
  }

  @Test
  void openingForgetsNoDraft() {
    chats.personals.own.set(Map.of("chat", new Own(false, null, new Personal.Draft("kept", null))));
    open().close();
    assertEquals(new Personal.Draft("kept", null), draft());
  }

  @Test
  void whoeverGoesOnWritingIsNotThrownBackByWhatWasKeptOfIt() {
    chats.personals.slow = true;
    try (ComposerViewModel model = open()) {
      model.text().set("I am");
      model.text().set("I am writing");
      stored("I am");
      assertEquals("I am writing", model.text().get());
      stored("I am writing");
      model.text().set("I am writing this");
      assertTrue(model.send());
      stored("I am writing this");
      assertEquals("", model.text().get(), "what was sent does not come back");
      stored("");
      stored("from the other device");
      assertEquals("from the other device", model.text().get());
      model.text().set("from the other device, and here");
      stored("from the other device, and there");
      assertEquals("from the other device, and here", model.text().get());
    }
  }

  private void stored(String words) {
    chats.personals.own.set(
        words.isEmpty()
            ? Map.of()
            : Map.of("chat", new Own(false, null, new Personal.Draft(words, null))));
  }

  private Personal.@Nullable Draft draft() {
    Map<String, Own> own = chats.personals.own.value();
    return own == null ? null : own.getOrDefault("chat", Own.NOTHING).draft();
  }

  @Test
  void changingAMessageGivesBackWhatWasBegun() {
    try (ComposerViewModel model = open()) {
      model.text().set("begun");
      model.change(message);
      assertEquals("before", model.text().get());
      model.text().set("after");
      assertTrue(model.send());
      assertEquals(List.of("edit m4 after"), chats.actions.done);
      assertEquals("begun", model.text().get());
      assertEquals(List.of(), chats.sent);
    }
  }

  @Test
  void thoseWhoAreNamedAreToldToTheRelay() {
    try (ComposerViewModel model = open()) {
      assertEquals(List.of(Samples.BEN), model.peopleLike("be"));
      model.text().set("@ben and @nobody, look");
      assertTrue(model.send());
      assertEquals(List.of(Samples.BEN.id()), chats.drafts.getFirst().mentions());
    }
  }

  @Test
  void manyFilesGoInSeveralMessages() {
    try (ComposerViewModel model = open()) {
      assertFalse(model.send());
      List<OutgoingFile> files = new ArrayList<>();
      for (int i = 0; i < 45; i++) {
        files.add(OutgoingFile.of(Path.of("picture-" + i + ".png")));
      }
      model.attach(files);
      model.text().set("caption");
      assertTrue(model.send());
      assertEquals(List.of("caption", "", ""), chats.sent);
      assertEquals(
          List.of(20, 20, 5), chats.drafts.stream().map(draft -> draft.files().size()).toList());
      assertTrue(model.files().isEmpty());
    }
  }
}
