package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Personal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  void openingForgetsNoDraft() {
    chats.personals.own.set(Map.of("chat", new Own(false, null, new Personal.Draft("kept", null))));
    open().close();
    assertEquals(new Personal.Draft("kept", null), draft());
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
