/// How Windowshop looks: the theme, its fonts, and the small parts that every screen is made of.
///
/// Everything here runs on the FX thread; pictures are fetched and decoded elsewhere.
@NullMarked
package dev.windowshop.client.shell.look;

import org.jspecify.annotations.NullMarked;
