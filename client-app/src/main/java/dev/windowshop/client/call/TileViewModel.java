package dev.windowshop.client.call;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// One person's place in a call. On the FX thread.
final class TileViewModel {
  /// What a tile shows.
  ///
  /// @param frames null while there is no picture
  /// @param cameraOn false shows the person instead of the picture
  /// @param note what is to be known of it, empty for nothing
  /// @param deaf they are not heard here, as the user chose
  /// @param code to be compared with theirs, empty for none
  /// @param guest they came by a link
  record Look(
      String name,
      @Nullable String avatarUrl,
      @Nullable Path frames,
      boolean cameraOn,
      boolean mirrored,
      boolean muted,
      boolean speaking,
      String note,
      boolean handRaised,
      Signs.@Nullable Reaction reaction,
      boolean deaf,
      String code,
      boolean guest) {}

  private final String userId;
  private final boolean self;
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper avatarUrl = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Path> frames = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper picture = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper mirrored = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper muted = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper speaking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper handRaised = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Signs.@Nullable Reaction> reaction =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper deaf = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper guest = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

  TileViewModel(String userId, boolean self) {
    this.userId = userId;
    this.self = self;
  }

  void show(Look look) {
    name.set(look.name());
    avatarUrl.set(look.avatarUrl() == null ? "" : look.avatarUrl());
    frames.set(look.frames());
    picture.set(look.cameraOn() && look.frames() != null);
    mirrored.set(look.mirrored());
    muted.set(look.muted());
    speaking.set(look.speaking());
    note.set(look.note());
    handRaised.set(look.handRaised());
    reaction.set(look.reaction());
    deaf.set(look.deaf());
    code.set(look.code());
    guest.set(look.guest());
  }

  String userId() {
    return userId;
  }

  boolean self() {
    return self;
  }

  ReadOnlyStringProperty name() {
    return name.getReadOnlyProperty();
  }

  /// Empty for none.
  ReadOnlyStringProperty avatarUrl() {
    return avatarUrl.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Path> frames() {
    return frames.getReadOnlyProperty();
  }

  /// Whether the picture is to be seen, rather than the person's avatar.
  ReadOnlyBooleanProperty picture() {
    return picture.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty mirrored() {
    return mirrored.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty muted() {
    return muted.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty speaking() {
    return speaking.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty handRaised() {
    return handRaised.getReadOnlyProperty();
  }

  /// The last emoji that they showed.
  ReadOnlyObjectProperty<Signs.@Nullable Reaction> reaction() {
    return reaction.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty deaf() {
    return deaf.getReadOnlyProperty();
  }

  /// Empty for none.
  ReadOnlyStringProperty code() {
    return code.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty guest() {
    return guest.getReadOnlyProperty();
  }

  ReadOnlyStringProperty note() {
    return note.getReadOnlyProperty();
  }
}
