package dev.windowshop.relay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Message;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import dev.windowshop.relay.testing.SetClock;
import dev.windowshop.relay.testing.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A whole relay on a free port, and people who use it.
public final class RelayFixture implements AutoCloseable {
  /// Somebody signed in.
  public record Person(String id, String name, String token, RestClient rest, String address) {
    public Device device() {
      Device device = new Device(address, token);
      device.await(dev.windowshop.protocol.ServerEvent.Ready.class);
      return device;
    }

    public Conversation direct(Person other) {
      return rest.post("/conversations", Conversation.Create.direct(other.id()))
          .as(Conversation.class);
    }

    public Conversation group(String name, List<Person> members) {
      RestClient.Answer answer =
          rest.post(
              "/conversations",
              new Conversation.Create(
                  dev.windowshop.protocol.ConversationKind.GROUP,
                  null,
                  null,
                  null,
                  name,
                  members.stream().map(Person::id).toList(),
                  null,
                  null,
                  null,
                  100));
      assertEquals(201, answer.status(), () -> answer.body().toString());
      return answer.as(Conversation.class);
    }

    public Message say(Conversation conversation, String text) {
      RestClient.Answer answer =
          rest.post("/conversations/" + conversation.id() + "/messages", text(text));
      assertEquals(201, answer.status(), () -> answer.body().toString());
      return answer.as(Message.class);
    }
  }

  private final RelayConfig config;
  private Relay relay;

  public RelayFixture(Path data) {
    this(TestDatabases.config(data));
  }

  public RelayFixture(RelayConfig config) {
    this.config = config;
    this.relay = Relay.start(config);
  }

  /// One whose time is moved by hand, for months if need be: nobody has to sign in again for that.
  public static RelayFixture at(SetClock clock, Path data) {
    return new RelayFixture(
        TestDatabases.config(data)
            .with(config -> config.clock(clock).accessLife(Duration.ofDays(90))));
  }

  public String address() {
    return relay.address();
  }

  /// Does at once what the relay does every minute.
  public void sweep() {
    relay.sweep();
  }

  public void restart() {
    relay.close();
    relay = Relay.start(config);
  }

  public Person person(String name) {
    RestClient.Answer answer =
        new RestClient(address())
            .post(
                "/auth/signup",
                new Auth.SignUp(name + "@example.org", name, "correct horse battery", name));
    assertEquals(201, answer.status(), () -> answer.body().toString());
    Auth.Tokens tokens = answer.as(Auth.Tokens.class);
    return new Person(
        tokens.user().id(),
        name,
        tokens.accessToken(),
        new RestClient(address()).with(tokens.accessToken()),
        address());
  }

  public static Message.Send text(String text) {
    return new Message.Send(null, Ids.newId(), Message.Type.TEXT, text, null, null, null);
  }

  public static Message.Send textIn(Conversation conversation, String text) {
    return new Message.Send(
        conversation.id(), Ids.newId(), Message.Type.TEXT, text, null, null, null);
  }

  public static Command.InConversation in(Conversation conversation) {
    return new Command.InConversation(conversation.id());
  }

  @Override
  public void close() {
    relay.close();
  }
}
