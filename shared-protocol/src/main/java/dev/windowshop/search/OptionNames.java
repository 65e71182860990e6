package dev.windowshop.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What an option is compared by. Shops call one thing by several names, each in its language: who
/// looks for something red finds it whether it is written under Colour, Color or Farbe.
public final class OptionNames {
  private static final Map<String, String> ONE = new HashMap<>();

  static {
    same(
        "colour", "color", "colours", "colors", "farbe", "farben", "couleur", "kleur", "farg",
        "farge", "farve", "vari", "colore", "cor", "kolor", "barva", "renk", "цвет", "色", "颜色",
        "カラー");
    same(
        "size",
        "sizes",
        "grosse",
        "grossen",
        "taille",
        "talla",
        "tamano",
        "tamanho",
        "taglia",
        "misura",
        "maat",
        "storlek",
        "storrelse",
        "koko",
        "rozmiar",
        "velikost",
        "beden",
        "размер",
        "サイズ",
        "尺寸",
        "尺码");
    same(
        "material",
        "materials",
        "materiale",
        "materiel",
        "matiere",
        "materiaal",
        "materiali",
        "materiał",
        "материал",
        "素材",
        "材质");
  }

  private OptionNames() {}

  private static void same(String... names) {
    for (String name : List.of(names)) {
      ONE.put(SearchText.fold(name), SearchText.fold(names[0]));
    }
  }

  /// The same for names of the same thing, without case and accents.
  public static String key(String name) {
    String folded = SearchText.fold(name.strip());
    return ONE.getOrDefault(folded, folded);
  }

  /// Whether both, written as `Colour:Red`, choose the same.
  public static boolean sameChoice(String one, String other) {
    int colon = one.indexOf(':');
    int otherColon = other.indexOf(':');
    return colon >= 0
        && otherColon >= 0
        && key(one.substring(0, colon)).equals(key(other.substring(0, otherColon)))
        && SearchText.fold(one.substring(colon + 1).strip())
            .equals(SearchText.fold(other.substring(otherColon + 1).strip()));
  }
}
