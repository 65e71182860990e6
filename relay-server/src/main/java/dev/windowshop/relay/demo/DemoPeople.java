package dev.windowshop.relay.demo;

import dev.windowshop.protocol.User;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who lives in the demo shop: `username|display name|bio`.
final class DemoPeople {
  private static final List<String> PEOPLE =
      List.of(
          "robin|Robin Falk|Redoing one room at a time.",
          "mira|Mira Halden|Clay, light and far too many glaze tests.",
          "jonas|Jonas Weber|Coffee first, then everything else.",
          "ingrid|Ingrid Solheim|Knitting by the fjord since 2009.",
          "tomas|Tomás Ferreira|Oak, oil and patience.",
          "freya|Freya Lindqvist|Testing tents in bad weather.",
          "camille|Camille Durand|Linen for every season.",
          "ben|Ben Okafor|Maker of small wooden things.",
          "lukas|Lukas Brandt|Records, valves, solder.",
          "elodie|Élodie Perron|Paper person.",
          "sanne|Sanne de Vries|Two wheels, all weather.",
          "aoife|Aoife Brennan|Soap, ferns, sea air.",
          "priya|Priya Nair|Tea blends and long breakfasts.",
          "marco|Marco Bellini|Leather, slowly.",
          "lena|Lena Hofmann|Small flat, big plants.",
          "amir|Amir Haddad|Always looking for the right lamp.",
          "sofia|Sofia Marchetti|Cooks for eight, lives alone.",
          "noah|Noah Jensen|On the bike.",
          "yuki|Yuki Tanaka|Quiet things, well made.",
          "clara|Clara Núñez|Sunday markets.",
          "oskar|Oskar Nyström|Woodworker in training.",
          "nina|Nina Kowalska|Reading, mostly.",
          "theo|Théo Lambert|Film cameras and long walks.",
          "maja|Maja Horvat|Colour, please.",
          "david|David Okoye|Vinyl and vegetable curry.",
          "hanna|Hanna Virtanen|Sauna, then lake.",
          "luca|Luca Romano|Will repair it first.",
          "ella|Ella Byrne|New job, new coat.",
          "kofi|Kofi Mensah|Dad of two, owner of many blocks.",
          "sara|Sara Lindholm|Everything in oatmeal.",
          "felix|Felix Bauer|Hiking the long way home.",
          "ines|Inês Carvalho|Pottery on Thursdays.",
          "jakub|Jakub Novák|Skates to work.",
          "leila|Leila Rahimi|Scent collector.",
          "emil|Emil Sørensen|Chairs. So many chairs.",
          "zoe|Zoé Petit|Letters on real paper.",
          "anton|Anton Petrov|Guitar after ten.",
          "mina|Mina Park|Tea, twice a day.",
          "paul|Paul Brückner|Keeps the receipts.",
          "rosa|Rosa Delgado|Balcony gardener.",
          "ida|Ida Holm|Wool in July.",
          "samir|Samir Benali|Second-hand first.",
          "greta|Greta Vogel|Camping with the dog.",
          "hugo|Hugo Martens|Bakes at five.",
          "alba|Alba Ruiz|Half packed, always.",
          "tim|Tim Schreiber|One good bag.",
          "nora|Nora Kelly|Moving in together soon.",
          "elias|Elias Grönlund|Slow mornings.",
          "vera|Vera Ionescu|Illustrator.",
          "max|Max Albrecht|Learning to cook.",
          "carmen|Carmen Ortiz|Dance shoes and hiking boots.",
          "jan|Jan Dekker|Rain jacket expert.",
          "mila|Mila Petrović|Gifts a year ahead.",
          "aaron|Aaron Levy|Headphones on.",
          "frida|Frida Ek|Sews her own curtains.");

  private DemoPeople() {}

  static List<DemoPerson> create() {
    var people = new ArrayList<DemoPerson>();
    for (String line : PEOPLE) {
      String[] parts = line.split("\\|", -1);
      String id = DemoIds.at("person", people.size());
      var user = new User(id, parts[0], parts[1], noPicture(), parts[2], null, null);
      people.add(new DemoPerson(user, parts[0] + "@windowshop.example", DemoIds.seed(parts[0])));
    }
    return List.copyOf(people);
  }

  private static @Nullable String noPicture() {
    return null;
  }

  static DemoPerson named(List<DemoPerson> people, String username) {
    return people.stream()
        .filter(person -> person.user().username().equals(username))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody is called " + username));
  }
}
