@NullMarked
package dev.windowshop.relay.socketio.engine;

import org.jspecify.annotations.NullMarked;
