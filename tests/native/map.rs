//! The map as it is drawn and pressed: land, borders, names, arrows.

#[path = "../../src/bin/press/bake/mod.rs"]
mod bake;
#[path = "map/names.rs"]
mod names;
#[path = "map/plot.rs"]
mod plot;
#[path = "map/skins.rs"]
mod skins;

use plot::{Mask, distance, holds, mask, rings};
use rok_asean_map::map::{CONTEXT, Direction, Point, SIZE, Shape, project, shape, shapes, towards};
use std::collections::{BTreeMap, HashSet};

fn of(code: &str) -> &'static Shape {
    shape(code).unwrap_or_else(|| panic!("no shape for {code}"))
}

fn land(code: &str) -> Vec<Vec<Point>> {
    rings(of(code).land.data())
}

#[test]
fn baked_file_is_fresh() {
    let source = format!("{}/{}", env!("CARGO_MANIFEST_DIR"), bake::SOURCE);
    let topology =
        std::fs::read_to_string(&source).unwrap_or_else(|_| panic!("{} is missing: run `npm ci` first.", bake::SOURCE));
    let fresh = bake::bake(&topology).expect("the topology bakes");
    assert!(fresh == include_str!("../../src/map/baked.rs"), "src/map/baked.rs is stale: run `press bake`.");
}

#[test]
fn bake_refuses_what_is_no_atlas() {
    let empty =
        r#"{"transform":{"scale":[1,1],"translate":[0,0]},"arcs":[],"objects":{"countries":{"geometries":[]}}}"#;
    assert_eq!(bake::bake(empty), Err("The topology has no country 096.".into()));
    assert!(bake::bake("{").is_err_and(|error| error.starts_with("Not the topology of world-atlas")));
}

#[test]
fn every_shape_lies_in_the_view() {
    for shape in shapes() {
        let points: Vec<Point> =
            [shape.land, shape.hit].iter().flat_map(|outline| rings(outline.data())).flatten().collect();
        assert!(points.len() > 2, "{}", shape.code);
        assert!(points.iter().all(|p| (0..=SIZE).contains(&p.x) && (0..=SIZE).contains(&p.y)), "{}", shape.code);
    }
    assert!(rings(CONTEXT.data()).iter().flatten().all(|p| (-20..=1020).contains(&p.x) && (-20..=1020).contains(&p.y)));
}

#[test]
fn projection_rounds_to_the_nearest_unit() {
    assert_eq!(project(9200, 3900), Point { x: 0, y: 0 });
    assert_eq!(project(14200, -1100), Point { x: 1000, y: 1000 });
    assert_eq!(project(13187, 3724), Point { x: 797, y: 35 });
}

#[test]
fn capitals_stand_on_their_land() {
    for shape in shapes() {
        assert!(near(&land(shape.code), shape.capital, 2.0), "{}", shape.code);
    }
}

#[test]
fn islands_are_kept() {
    let islands = [
        ("ID", "Lombok", 11630, -860),
        ("ID", "Bali", 11510, -840),
        ("ID", "Batam", 10405, 108),
        ("ID", "Natuna", 10820, 395),
        ("PH", "Cebu", 12375, 1035),
        ("PH", "Bohol", 12420, 985),
        ("PH", "Palawan", 11870, 980),
        ("KR", "Jeju", 12655, 3338),
        ("KR", "Geoje", 12862, 3486),
        ("VN", "Phu Quoc", 10400, 1025),
        ("VN", "Con Dao", 10660, 870),
        ("MY", "Penang", 10026, 537),
        ("MY", "Langkawi", 9980, 637),
        ("TH", "Phuket", 9834, 795),
        ("TH", "Samui", 10000, 951),
        ("TH", "Ko Chang", 10233, 1206),
    ];
    let lost = islands.iter().filter(|(code, _, east, north)| !near(&land(code), project(*east, *north), 1.0));
    assert_eq!(lost.map(|island| island.1).collect::<Vec<_>>(), [""; 0]);
}

/// On the land, or within `units` of it.
fn near(land: &[Vec<Point>], point: Point, units: f64) -> bool {
    holds(land, point) || distance(land, point) <= units
}

#[test]
fn neighbours_share_their_border() {
    // Countries, and in how many pieces their border comes.
    let pairs = [
        ("TH", "LA", 1),
        ("TH", "MM", 1),
        ("TH", "KH", 1),
        ("TH", "MY", 1),
        ("VN", "LA", 1),
        ("VN", "KH", 1),
        ("KH", "LA", 1),
        ("LA", "MM", 1),
        ("MY", "ID", 2),
        ("MY", "BN", 1),
        ("ID", "TL", 2),
    ];
    for (a, b, pieces) in pairs {
        let other = edges(b);
        let shared: Vec<_> = edges(a).into_iter().filter(|(from, to)| other.contains(&(*to, *from))).collect();
        let froms: HashSet<_> = shared.iter().map(|edge| edge.0).collect();
        let ends = shared.iter().filter(|edge| !froms.contains(&edge.1)).count();
        assert_eq!((ends, shared.len() > 3), (pieces, true), "{a}-{b}: {shared:?}");
    }
}

/// The steps of a country's outlines.
fn edges(code: &str) -> HashSet<((i32, i32), (i32, i32))> {
    let steps =
        |ring: Vec<Point>| (0..ring.len()).map(|at| (ring[at], ring[(at + 1) % ring.len()])).collect::<Vec<_>>();
    land(code).into_iter().flat_map(steps).map(|(a, b)| ((a.x, a.y), (b.x, b.y))).collect()
}

#[test]
fn no_land_is_covered_by_other_land_or_hits() {
    let lands: BTreeMap<&str, Mask> = shapes().iter().map(|shape| (shape.code, mask(&land(shape.code)))).collect();
    let context = mask(&rings(CONTEXT.data()));
    for shape in shapes() {
        let (own, hit) = (&lands[shape.code], mask(&rings(shape.hit.data())));
        assert_eq!(hit.common(&context), 0, "{} takes other land", shape.code);
        for (code, other) in lands.iter().filter(|land| *land.0 != shape.code) {
            assert!(own.common(other) < 4, "{} overlaps {code}: {}", shape.code, own.common(other));
            assert_eq!(hit.common(other), 0, "{} takes land of {code}", shape.code);
        }
    }
}

/// Laos and Cambodia have neighbours on all sides or nearly so: their names are what a thumb finds.
#[test]
fn land_and_hit_hold_a_finger_tip() {
    let pressed = shapes().iter().filter(|shape| shape.callout.is_none());
    for shape in pressed.filter(|shape| !["LA", "KH", "TL"].contains(&shape.code)) {
        let code = shape.code;
        let side = mask(&land(code)).or(&mask(&rings(of(code).hit.data()))).largest_square();
        assert!(side * 358 >= 24 * 1000, "{code}: {} CSS px on a map 358 wide", side * 358 / 1000);
    }
}

#[test]
fn arcs_follow_the_great_circle() {
    for shape in shapes().iter().filter(|shape| shape.code != "KR") {
        let curve = plot::curve(shape.arc.expect("an arc").data());
        let (from, to) = (of("KR").capital, shape.capital);
        assert_eq!((curve[0], curve[curve.len() - 1]), (plot::exact(from), plot::exact(to)), "{}", shape.code);
        let worst = curve.iter().map(|at| plot::off_circle(from, to, *at)).fold(0.0, f64::max);
        assert!(worst < 3.0, "{} is {worst} units off", shape.code);
    }
    assert_eq!(of("KR").arc, None);
}

#[test]
fn arrows_reach_every_country_from_every_other() {
    let all: Vec<&str> = shapes().iter().map(|shape| shape.code).collect();
    for set in 1_u32..1 << all.len() {
        let codes: Vec<&str> =
            all.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, code)| *code).collect();
        let lost = codes.iter().find(|code| reached(code, &codes).len() < codes.len());
        assert_eq!(lost, None, "among {codes:?}");
    }
}

/// Everything that arrows reach from a country, itself included.
fn reached<'a>(from: &'a str, codes: &[&'a str]) -> HashSet<&'a str> {
    let mut open = vec![from];
    let mut seen = HashSet::new();
    while let Some(code) = open.pop() {
        if seen.insert(code) {
            let arrows = [Direction::Up, Direction::Down, Direction::Left, Direction::Right];
            let from = codes.iter().position(|known| *known == code).unwrap();
            open.extend(arrows.iter().filter_map(|arrow| towards(codes, from, *arrow)).map(|to| codes[to]));
        }
    }
    seen
}
