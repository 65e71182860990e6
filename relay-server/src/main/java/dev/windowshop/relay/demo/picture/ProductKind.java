package dev.windowshop.relay.demo.picture;

/// What can be drawn, and where it is photographed.
public enum ProductKind {
  TABLE_LAMP(Stage.FLOOR, LampDrawings::table),
  FLOOR_LAMP(Stage.FLOOR, LampDrawings::floor),
  PENDANT(Stage.FLAT, LampDrawings::pendant),
  CANDLE(Stage.PLINTH, LampDrawings::candle),
  VASE(Stage.FLOOR, VesselDrawings::vase),
  MUG(Stage.FLOOR, VesselDrawings::mug),
  TEAPOT(Stage.FLOOR, VesselDrawings::teapot),
  BOWL(Stage.FLOOR, VesselDrawings::bowl),
  PLATE(Stage.FLOOR, VesselDrawings::plate),
  CARAFE(Stage.FLOOR, VesselDrawings::carafe),
  CLOCK(Stage.FLAT, HomeDrawings::clock),
  PRINT(Stage.FLAT, TextileDrawings::print),
  MIRROR(Stage.FLAT, HomeDrawings::mirror),
  BASKET(Stage.FLOOR, HomeDrawings::basket),
  PLANT(Stage.FLOOR, PlantDrawings::plant),
  CUSHION(Stage.FLOOR, TextileDrawings::cushion),
  RUG(Stage.FLAT, TextileDrawings::rug),
  THROW(Stage.FLOOR, TextileDrawings::throwBlanket),
  TOWEL(Stage.FLOOR, TextileDrawings::towel),
  CHAIR(Stage.FLOOR, SeatDrawings::chair),
  ARMCHAIR(Stage.FLOOR, SeatDrawings::armchair),
  STOOL(Stage.FLOOR, SeatDrawings::stool),
  SOFA(Stage.FLOOR, SeatDrawings::sofa),
  TABLE(Stage.FLOOR, HomeDrawings::table),
  SHELF(Stage.FLOOR, HomeDrawings::shelf),
  TSHIRT(Stage.FLAT, TopDrawings::tshirt),
  SHIRT(Stage.FLAT, TopDrawings::shirt),
  SWEATER(Stage.FLAT, TopDrawings::sweater),
  HOODIE(Stage.FLAT, TopDrawings::hoodie),
  COAT(Stage.FLAT, CoatDrawings::coat),
  JACKET(Stage.FLAT, CoatDrawings::jacket),
  DRESS(Stage.FLAT, CoatDrawings::dress),
  SKIRT(Stage.FLAT, CoatDrawings::skirt),
  TROUSERS(Stage.FLAT, CoatDrawings::trousers),
  SNEAKER(Stage.FLOOR, ShoeDrawings::sneaker),
  BOOT(Stage.FLOOR, ShoeDrawings::boot),
  LOAFER(Stage.FLOOR, ShoeDrawings::loafer),
  BACKPACK(Stage.FLOOR, BagDrawings::backpack),
  TOTE(Stage.FLOOR, BagDrawings::tote),
  HANDBAG(Stage.FLOOR, BagDrawings::handbag),
  WALLET(Stage.FLAT, BagDrawings::wallet),
  HAT(Stage.FLOOR, WornDrawings::hat),
  BEANIE(Stage.FLOOR, WornDrawings::beanie),
  SCARF(Stage.FLAT, WornDrawings::scarf),
  SUNGLASSES(Stage.FLOOR, WornDrawings::sunglasses),
  WATCH(Stage.FLAT, WornDrawings::watch),
  RING(Stage.PLINTH, WornDrawings::ring),
  NECKLACE(Stage.FLAT, WornDrawings::necklace),
  EARRINGS(Stage.FLAT, WornDrawings::earrings),
  HEADPHONES(Stage.FLOOR, TechDrawings::headphones),
  SPEAKER(Stage.FLOOR, TechDrawings::speaker),
  CAMERA(Stage.FLOOR, TechDrawings::camera),
  RADIO(Stage.FLOOR, TechDrawings::radio),
  TURNTABLE(Stage.FLAT, TechDrawings::turntable),
  KEYBOARD(Stage.FLAT, TechDrawings::keyboard),
  GUITAR(Stage.FLAT, TechDrawings::guitar),
  KETTLE(Stage.FLOOR, KitchenDrawings::kettle),
  PAN(Stage.FLOOR, KitchenDrawings::pan),
  KNIFE(Stage.FLAT, KitchenDrawings::knife),
  BOARD(Stage.FLAT, KitchenDrawings::board),
  MILL(Stage.FLOOR, KitchenDrawings::mill),
  COFFEE_MAKER(Stage.FLOOR, KitchenDrawings::coffeeMaker),
  BOOK(Stage.FLOOR, PaperDrawings::book),
  NOTEBOOK(Stage.FLAT, PaperDrawings::notebook),
  PEN(Stage.FLAT, PaperDrawings::pen),
  TENT(Stage.FLOOR, OutdoorDrawings::tent),
  LANTERN(Stage.FLOOR, OutdoorDrawings::lantern),
  BOTTLE(Stage.FLOOR, OutdoorDrawings::bottle),
  MAT(Stage.FLOOR, OutdoorDrawings::mat),
  BICYCLE(Stage.FLOOR, OutdoorDrawings::bicycle),
  HELMET(Stage.FLOOR, OutdoorDrawings::helmet),
  SKATEBOARD(Stage.FLAT, OutdoorDrawings::skateboard),
  TEDDY(Stage.FLOOR, ToyDrawings::teddy),
  TRAIN(Stage.FLOOR, ToyDrawings::train),
  BLOCKS(Stage.FLOOR, ToyDrawings::blocks),
  KITE(Stage.FLAT, ToyDrawings::kite),
  SOAP(Stage.PLINTH, JarDrawings::soap),
  DISPENSER(Stage.PLINTH, JarDrawings::dispenser),
  JAR(Stage.PLINTH, JarDrawings::jar),
  PERFUME(Stage.PLINTH, JarDrawings::perfume),
  COFFEE(Stage.FLOOR, JarDrawings::bag),
  HONEY(Stage.FLOOR, JarDrawings::honey),
  CHOCOLATE(Stage.FLAT, JarDrawings::chocolate),
  TEA(Stage.FLOOR, JarDrawings::tin),
  OIL(Stage.FLOOR, JarDrawings::oil),
  PARCEL(Stage.FLOOR, JarDrawings::parcel);

  private final Stage stage;
  private final Drawing drawing;

  ProductKind(Stage stage, Drawing drawing) {
    this.stage = stage;
    this.drawing = drawing;
  }

  Stage stage() {
    return stage;
  }

  Drawing drawing() {
    return drawing;
  }
}
