#include "entente/ensemble/draw_job.hpp"

#include "entente/ensemble/draw_job_fields.hpp"

namespace entente {
namespace {

struct Job {
    WorldData world;
    Scenario scenario;
    std::optional<UsProducts> products;
    DrawPlan plan;
};

Job taken(std::string_view bytes) {
    Job job;
    detail::ByteReader reader(bytes);
    reader(job.world, job.scenario, job.products, job.plan);
    return job;
}

}  // namespace

std::string job_bytes(const DrawSolver& solver) {
    detail::ByteWriter writer;
    std::optional<UsProducts> products;
    if (solver.products() != nullptr) products = *solver.products();
    writer(solver.world().data(), solver.scenario(), products, solver.plan());
    const Job back = taken(writer.bytes());
    if (back.world != solver.world().data() || back.scenario != solver.scenario()) {
        throw ShapeError("World or scenario change on the way to another process.");
    }
    return writer.bytes();
}

OwnedSolver::OwnedSolver(std::string_view bytes) {
    Job job = taken(bytes);
    world_ = std::make_unique<const World>(std::move(job.world));
    scenario_ = std::make_unique<const Scenario>(std::move(job.scenario));
    products_ = std::move(job.products);
    solver_ = std::make_unique<const DrawSolver>(*world_, *scenario_, job.plan,
                                                 products_ ? &*products_ : nullptr);
}

}  // namespace entente
