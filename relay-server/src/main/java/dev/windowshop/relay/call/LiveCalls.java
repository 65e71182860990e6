package dev.windowshop.relay.call;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Call.Participant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The running calls as last published, and which socket each participant is on. In memory only;
/// thread-safe, and nothing here blocks.
final class LiveCalls {
  /// A participant on a socket.
  ///
  /// @param device what it is called, null for nothing
  /// @param muted what the device said last, as is `cameraOn`
  record Seat(
      String callId,
      String userId,
      String socketId,
      long session,
      @Nullable String device,
      boolean muted,
      boolean cameraOn) {
    Call.Device told() {
      return new Call.Device(callId, session, device, muted, cameraOn);
    }

    Seat with(Call.Switches switches) {
      return new Seat(
          callId, userId, socketId, session, device, switches.muted(), switches.cameraOn());
    }
  }

  /// A participant without one: their socket went away and they may come back.
  record Absence(String callId, String userId, long session) {}

  private static final class Room {
    Call call;
    final Map<String, Seat> seats = new HashMap<>();
    final Set<String> away = new HashSet<>();

    Room(Call call) {
      this.call = call;
    }
  }

  private final Map<String, Room> rooms = new HashMap<>();
  private final Map<String, Set<String>> online = new HashMap<>();

  synchronized void connected(String userId, String socketId) {
    online.computeIfAbsent(userId, id -> new HashSet<>()).add(socketId);
  }

  synchronized int size() {
    return rooms.size();
  }

  synchronized boolean isOnline(String userId) {
    return online.containsKey(userId);
  }

  /// The socket is gone.
  ///
  /// @return who is away from a call because of it
  synchronized List<Absence> disconnected(String userId, String socketId) {
    online.computeIfPresent(
        userId,
        (id, sockets) -> {
          sockets.remove(socketId);
          return sockets.isEmpty() ? null : sockets;
        });
    List<Absence> absences = new ArrayList<>();
    for (Room room : rooms.values()) {
      Seat seat = room.seats.get(userId);
      if (seat != null && seat.socketId().equals(socketId)) {
        room.seats.remove(userId);
        room.away.add(userId);
        absences.add(new Absence(room.call.id(), userId, seat.session()));
      }
    }
    return absences;
  }

  /// Takes over what a call is now; who is not joined any longer loses the seat.
  synchronized void follow(Call call) {
    if (call.state() == Call.State.ENDED) {
      rooms.remove(call.id());
      return;
    }
    Room room = rooms.computeIfAbsent(call.id(), id -> new Room(call));
    room.call = call;
    room.seats.keySet().removeIf(user -> !CallRules.isJoined(CallRules.find(call, user)));
    room.away.removeIf(user -> !CallRules.isJoined(CallRules.find(call, user)));
  }

  /// Takes over a call that was running when the relay stopped: everybody in it is away.
  synchronized List<Absence> recover(Call call) {
    follow(call);
    Room room = rooms.get(call.id());
    List<Absence> absences = new ArrayList<>();
    for (Participant participant : call.participants()) {
      if (room != null && CallRules.isJoined(participant)) {
        room.away.add(participant.userId());
        absences.add(new Absence(call.id(), participant.userId(), participant.session()));
      }
    }
    return absences;
  }

  /// Puts a participant on a socket, with the microphone and the camera as they were on the one
  /// before.
  ///
  /// @return their absence instead when the socket is gone already
  synchronized @Nullable Absence sit(
      String callId, String userId, String socketId, @Nullable String device) {
    Room room = rooms.get(callId);
    Participant participant = room == null ? null : CallRules.find(room.call, userId);
    if (room == null || participant == null || !CallRules.isJoined(participant)) {
      return null;
    }
    if (!online.getOrDefault(userId, Set.of()).contains(socketId)) {
      room.seats.remove(userId);
      room.away.add(userId);
      return new Absence(callId, userId, participant.session());
    }
    room.away.remove(userId);
    Seat before = room.seats.get(userId);
    boolean video = room.call.media() == Call.Media.VIDEO;
    room.seats.put(
        userId,
        new Seat(
            callId,
            userId,
            socketId,
            participant.session(),
            device,
            before != null && before.muted(),
            before == null ? video : before.cameraOn()));
    return null;
  }

  /// How the microphone and the camera are at a participant's device.
  ///
  /// @return null when this socket has no seat
  synchronized @Nullable Seat switched(String userId, String socketId, Call.Switches switches) {
    Room room = rooms.get(switches.callId());
    Seat seat = room == null ? null : room.seats.get(userId);
    if (room == null || seat == null || !seat.socketId().equals(socketId)) {
      return null;
    }
    Seat after = seat.with(switches);
    room.seats.put(userId, after);
    return after;
  }

  synchronized boolean isRunning(String callId) {
    return rooms.containsKey(callId);
  }

  synchronized boolean isOn(String userId, String socketId) {
    return online.getOrDefault(userId, Set.of()).contains(socketId);
  }

  synchronized boolean isAway(String callId, String userId) {
    Room room = rooms.get(callId);
    return room != null && room.away.contains(userId);
  }

  synchronized @Nullable Seat seat(String callId, String userId) {
    Room room = rooms.get(callId);
    return room == null ? null : room.seats.get(userId);
  }

  synchronized boolean isParticipant(String callId, String userId) {
    Room room = rooms.get(callId);
    return room != null && CallRules.find(room.call, userId) != null;
  }
}
