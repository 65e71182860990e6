package dev.windowshop.relay.app;

import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.realtime.Broadcaster;
import dev.windowshop.relay.realtime.ClientSocket;
import java.util.Collection;

/// Nobody is connected, so nobody is told.
final class Silence implements Broadcaster {
  @Override
  public void toConversation(String conversationId, ServerEvent event) {}

  @Override
  public void toUsers(Collection<String> userIds, ServerEvent event) {}

  @Override
  public void toOtherDevices(ClientSocket socket, ServerEvent event) {}

  @Override
  public void toSocket(String socketId, ServerEvent event) {}

  @Override
  public void enter(String conversationId, Collection<String> userIds) {}

  @Override
  public void leave(String conversationId, String userId) {}
}
